package dev.signalbox.demo.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// PostgreSQL's data folder.
record Cluster(Programs programs, Path data) {
    static final String USER = "postgres";

    /// Creates the folder with one user, whose password is asked for from the first moment: the
    /// server never runs without.
    void createIfMissing(String password) throws IOException, InterruptedException {
        if (Files.exists(data)) {
            return;
        }
        // Made beside and moved when complete, so that a half-made one is never taken for one.
        Path making = data.resolveSibling("data.making");
        delete(making);
        Path passwordFile = data.resolveSibling("password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(passwordFile);
        try {
            onlyForOwner(passwordFile);
            programs.account().own(passwordFile);
            Files.writeString(passwordFile, password);
            programs.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + making,
                            "--username=" + USER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--no-sync",
                            "--no-instructions"));
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(making, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void onlyForOwner(Path file) throws IOException {
        if (!Programs.windows()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
