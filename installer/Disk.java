import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What has to be done to folders and files.
class Disk {
    private Disk() {}

    static List<Path> list(Path folder, Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> wanted.test(file.getFileName().toString())).sorted().toList();
        }
    }

    static Path only(Path folder, Predicate<String> wanted) throws IOException {
        List<Path> found = list(folder, wanted);
        if (found.size() != 1) {
            throw new IOException("not one but " + found.size() + " files in " + folder + ": " + found);
        }
        return found.getFirst();
    }

    static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : new TreeSet<>(all.toList()).descendingSet()) {
                    Files.delete(each);
                }
            }
        }
    }
}
