package dev.signalbox.demo.supervisor;

import dev.signalbox.demo.supervisor.process.Leftovers;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/// The one folder in which a demo writes. It is wiped at every start, so it carries a mark that it is
/// ours, and the mark is locked while a demo runs in it.
final class DemoFolder {
    private static final String MARK = ".signalbox-demo";

    private final Path root;

    /// Holds the lock while it is open.
    private final FileChannel mark;

    private DemoFolder(Path root, FileChannel mark) {
        this.root = root;
        this.mark = mark;
    }

    /// Takes the folder for this process and empties it. What an earlier demo left running in it is
    /// ended first.
    ///
    /// @throws IOException if the folder holds something that is not a demo's, or a demo runs in it
    static DemoFolder claim(Path root) throws IOException {
        Files.createDirectories(root);
        Path mark = root.resolve(MARK);
        if (!Files.exists(mark) && !isEmpty(root)) {
            throw new IOException(root + " is not empty and is not the folder of a demo");
        }
        FileChannel channel =
                FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("A demo is running in " + root + " already");
        }
        DemoFolder folder = new DemoFolder(root, channel);
        folder.leftovers().end();
        folder.postmaster().end();
        folder.wipe();
        Files.createDirectories(folder.logs());
        PrivateFile.folder(folder.run());
        return folder;
    }

    Path root() {
        return root;
    }

    /// Where the part keeps its own.
    Path of(String part) {
        return root.resolve(part);
    }

    Path logs() {
        return root.resolve("logs");
    }

    /// Settings with passwords, and what is needed to start the processes.
    Path run() {
        return root.resolve("run");
    }

    /// The part's folder for temporary files, which would otherwise lie somewhere else.
    Path temporary(String part) throws IOException {
        return Files.createDirectories(root.resolve("tmp").resolve(part));
    }

    Path demoFile() {
        return root.resolve("demo.json");
    }

    Leftovers leftovers() {
        return new Leftovers(root.resolve("run").resolve("processes"));
    }

    Postmaster postmaster() {
        return new Postmaster(of(Backend.DATABASE).resolve("data").resolve("postmaster.pid"));
    }

    /// Leaves the folder to others. What holds passwords is removed; data and logs stay for whoever
    /// wants to look.
    void release() throws IOException {
        Files.deleteIfExists(demoFile());
        delete(run());
        mark.close();
    }

    private void wipe() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            for (Path entry : entries.toList()) {
                if (!entry.getFileName().toString().equals(MARK)) {
                    delete(entry);
                }
            }
        }
    }

    static void delete(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
