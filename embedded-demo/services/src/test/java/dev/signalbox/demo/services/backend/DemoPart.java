package dev.signalbox.demo.services.backend;

import dev.signalbox.demo.part.PartProcess;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// One of the demo's servers, as the supervisor starts it: with the libraries of its module, settings in
/// a file and a life line. It can be stopped or killed and started again on its ports with its data.
public final class DemoPart implements AutoCloseable {

    private static final Path HOME = home();

    private final String module;
    private final String main;
    private final Path folder;
    private final Path settings;
    private PartProcess process;

    private DemoPart(String module, String main, Path folder, Path settings, PartProcess process) {
        this.module = module;
        this.main = main;
        this.folder = folder;
        this.settings = settings;
        this.process = process;
    }

    /// Starts it and does not wait.
    static DemoPart start(String module, String main, Path parent, Map<String, String> settings)
            throws IOException {
        Path folder = Files.createDirectories(parent.resolve(module));
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.setProperty("folder", folder.toString());
        Path file = parent.resolve(module + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return new DemoPart(module, main, folder, file, run(module, main, folder, file));
    }

    public DemoPart awaitReady() {
        process.awaitReady();
        return this;
    }

    /// As `kill -9`.
    public void kill() throws InterruptedException {
        process.kill().awaitExit();
    }

    /// Starts it again and waits.
    public void startAgain() throws IOException {
        process = run(module, main, folder, settings);
        process.awaitReady();
    }

    /// Stops it in order.
    @Override
    public void close() throws IOException {
        process.close();
    }

    /// The libraries of one of the demo's modules, as a class path.
    static String libraries(String module) {
        Path lib = HOME.resolve("lib").resolve(module);
        if (!Files.isDirectory(lib)) {
            throw new IllegalStateException(
                    lib + " is missing; packaging embedded-demo/" + module + " makes it");
        }
        return lib + "/*";
    }

    private static PartProcess run(String module, String main, Path folder, Path settings)
            throws IOException {
        return PartProcess.start(folder, libraries(module), List.of(main, settings.toString()));
    }

    private static Path home() {
        String given = System.getProperty("demo.home");
        if (given == null) {
            throw new IllegalStateException("system property demo.home is not set");
        }
        return Path.of(given);
    }
}
