package dev.signalbox.seata.lab;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs for this machine, unpacked once for a build.
///
/// They refuse to run as root. Root therefore runs them under another name: in a user namespace of its own, or,
/// where a container forbids that, as nobody.
record PostgresPrograms(Path folder, List<String> prefix) {

    private static final int NOBODY = 65_534;

    /// Unpacks the programs, if need be, and makes a data folder with them.
    static PostgresPrograms initialise(Path folder, Path data) throws Exception {
        if (!Files.exists(folder.resolve("bin"))) {
            unpack(folder);
        }
        for (List<String> prefix : prefixes()) {
            if (prefix.contains("setpriv")) {
                Files.setAttribute(data, "unix:uid", NOBODY);
            }
            PostgresPrograms programs = new PostgresPrograms(folder, prefix);
            if (programs.initdb(data) == 0) {
                return programs;
            }
        }
        throw new IOException("initdb did not run; its output is in " + log(data));
    }

    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private int initdb(Path data) throws Exception {
        List<String> arguments =
                List.of(
                        "--pgdata=" + data,
                        "--username=postgres",
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync");
        return new ProcessBuilder(command("initdb", arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile()))
                .start()
                .waitFor();
    }

    private static Path log(Path data) {
        return data.resolveSibling("initdb.log");
    }

    private static List<List<String>> prefixes() {
        boolean root = ProcessHandle.current().info().user().filter("root"::equals).isPresent();
        return root
                ? List.of(
                        List.of("unshare", "--user"),
                        List.of(
                                "setpriv",
                                "--reuid=" + NOBODY,
                                "--regid=" + NOBODY,
                                "--clear-groups"))
                : List.of(List.of());
    }

    private static void unpack(Path folder) throws IOException {
        String system =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
                        ? "Darwin"
                        : "Linux";
        String architecture = System.getProperty("os.arch");
        Path fresh = folder.resolveSibling(folder.getFileName() + ".part");
        try (InputStream archive =
                        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                                system, architecture.equals("amd64") ? "x86_64" : architecture);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(tar, entry, fresh.resolve(entry.getName()));
            }
        }
        Files.move(fresh, folder);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
