package dev.signalbox.seata.lab;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A real Seata server in a process of its own. Stopped, it can be started again on the same ports and store.
public final class SeataServer implements AutoCloseable {

    public static final String USER = "seata";
    public static final String PASSWORD = "lantern";

    /// How long somebody stays logged in where transactions are kept in a database.
    public static final Duration SHORT_TOKEN = Duration.ofSeconds(2);

    private static final Duration LONG_TOKEN = Duration.ofMinutes(30);

    private static final String READY = "Server started, service listen port";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final int rpcPort = Ports.free();
    private final int consolePort = Ports.free();
    private int starts;
    private @Nullable Process process;

    /// @param folder for its configuration, store and logs
    /// @param databaseStore whether it keeps transactions in a database (H2) instead of a file
    public SeataServer(Path folder, boolean databaseStore) throws IOException {
        this.folder = Files.createDirectories(folder.toAbsolutePath());
        String store = databaseStore ? resource("store-db.yml") : resource("store-file.yml");
        write("schema.sql", resource("tc-schema-h2.sql"));
        write(
                "application.yml",
                (resource("application.yml") + store)
                        .replace("@folder@", this.folder.toString())
                        .replace("@rpcPort@", Integer.toString(rpcPort))
                        .replace("@consolePort@", Integer.toString(consolePort))
                        .replace("@password@", PASSWORD)
                        .replace(
                                "@token@",
                                Long.toString(
                                        (databaseStore ? SHORT_TOKEN : LONG_TOKEN).toMillis())));
    }

    /// Returns when it answers.
    public SeataServer start() throws IOException {
        Path log = folder.resolve("out-" + ++starts + ".log");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms64m", "-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-XX:+UseSerialGC", "-Dio.netty.bootstrap.extensions=serviceload"));
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Dspring.config.location=file:" + folder.resolve("application.yml"));
        command.addAll(List.of("-cp", classPath()));
        command.add("dev.signalbox.seata.testserver.ServerMain");
        command.addAll(List.of("-h", "127.0.0.1", "-p", Integer.toString(rpcPort)));
        Process started =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        process = started;
        await("Seata server, log " + log)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast("it ended", () -> !started.isAlive())
                .until(() -> Files.readString(log).contains(READY));
        return this;
    }

    /// As a crash does.
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    public int rpcPort() {
        return rpcPort;
    }

    public int consolePort() {
        return consolePort;
    }

    /// Where its RPC listens.
    public String rpc() {
        return "127.0.0.1:" + rpcPort;
    }

    public String console() {
        return "http://127.0.0.1:" + consolePort;
    }

    /// The settings of a profile for it.
    public Map<String, String> settings() {
        return Map.of("server", rpc(), "console", console(), "user", USER, "password", PASSWORD);
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String classPath() {
        Path built = Path.of(System.getProperty("signalbox.seata.testserver"));
        return built.resolve("classes") + File.pathSeparator + built.resolve("server") + "/*";
    }

    private static String resource(String name) throws IOException {
        try (var in = SeataServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
