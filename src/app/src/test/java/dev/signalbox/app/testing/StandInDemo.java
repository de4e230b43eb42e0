package dev.signalbox.app.testing;

import dev.signalbox.core.demo.DemoHome;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.demo.supervisor.SupervisorMain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/// A home of the demo with a stand-in for its supervisor in it: a process with the life and the words of the real one,
/// and nothing below it.
public final class StandInDemo {
    private StandInDemo() {}

    /// Packs it into that folder.
    public static DemoHome packed(Path folder) throws IOException, ConnectorException {
        Path jar = folder.resolve("lib/supervisor/supervisor.jar");
        Files.createDirectories(Objects.requireNonNull(jar.getParent()));
        String name = SupervisorMain.class.getName().replace('.', '/') + ".class";
        try (InputStream in =
                        Objects.requireNonNull(
                                SupervisorMain.class.getClassLoader().getResourceAsStream(name));
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(name));
            in.transferTo(out);
        }
        return DemoHome.at(folder);
    }

    /// The process that ran last on that demo folder, while it is alive.
    public static boolean isAlive(Path folder) throws IOException {
        Path pid = folder.resolve("pid");
        return Files.exists(pid)
                && ProcessHandle.of(Long.parseLong(Files.readString(pid)))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    /// Ends it as a crash would.
    public static void kill(Path folder) throws IOException {
        ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("pid"))))
                .ifPresent(ProcessHandle::destroyForcibly);
    }
}
