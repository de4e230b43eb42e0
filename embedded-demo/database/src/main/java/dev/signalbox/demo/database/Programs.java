package dev.signalbox.demo.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs for this machine, and who runs them.
record Programs(Path folder, Account account) {
    private static final String COMPLETE = ".complete";

    /// Unpacks the programs that come with the class path, unless that was done before.
    ///
    /// @throws IllegalStateException if there are none for this machine
    static Programs unpack(Path folder, Account account) throws IOException {
        Path complete = folder.resolve(COMPLETE);
        if (!Files.exists(complete)) {
            unpackAll(folder);
            Files.createFile(complete);
        }
        return new Programs(folder, account);
    }

    /// A command line that runs the program under the account.
    List<String> command(String program, List<String> arguments) {
        String file = program + (windows() ? ".exe" : "");
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("bin").resolve(file).toString()));
        command.addAll(arguments);
        return account.command(command);
    }

    /// Runs the program to its end; its output is ours.
    ///
    /// @throws IOException if it does not end well within a minute
    void run(String program, List<String> arguments) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command(program, arguments))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process.getOutputStream().close();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(program + " did not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException(program + " ended with code " + process.exitValue());
        }
    }

    static boolean windows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static void unpackAll(Path folder) throws IOException {
        try (InputStream archive =
                        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                                system(), architecture());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(tar, entry, folder.resolve(entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            permit(target, true);
            return;
        }
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, target);
            permit(target, (entry.getMode() & 0100) != 0);
        } else {
            throw new FileSystemException(target.toString(), null, "unexpected kind of entry");
        }
    }

    /// Everybody may read: the account may be another user, whatever our umask says.
    private static void permit(Path target, boolean executable) throws IOException {
        if (!windows()) {
            Files.setPosixFilePermissions(
                    target,
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "Darwin";
        }
        return windows() ? "Windows" : "Linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }
}
