package dev.signalbox.demo.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The jars of a module of the demo. Their order is always the same: a start-up cache is good for one
/// class path only.
final class Jars {
    private Jars() {}

    /// @throws NoSuchFileException if the module has not been built
    static List<Path> of(Path home, String module) throws IOException {
        Path folder = home.resolve("lib").resolve(module);
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "the demo has not been built");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
