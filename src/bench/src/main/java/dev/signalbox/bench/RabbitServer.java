package dev.signalbox.bench;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A RabbitMQ node of our own for one benchmark: own name, own ports of the loopback address, an own port mapper, in a
/// folder that goes with it. The system's service is never touched.
final class RabbitServer implements AutoCloseable {
    private static final String HOME = "SIGNALBOX_RABBITMQ_HOME";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    /// The node and its port mapper end when this JVM does, however it ends: then the shell's input does.
    private static final String LAUNCH =
            """
            epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 & epmd=$!
            "$1" </dev/null & node=$!
            cat >/dev/null
            kill -9 "$node" "$(cat "$RABBITMQ_PID_FILE")" "$epmd"
            """;

    private final TempFolder folder;
    private final List<Integer> ports;
    private final Process process;

    private RabbitServer(TempFolder folder, List<Integer> ports) throws IOException {
        this.folder = folder;
        this.ports = ports;
        configure();
        ProcessBuilder builder =
                new ProcessBuilder(
                        "sh", "-c", LAUNCH, "sh", sbin().resolve("rabbitmq-server").toString());
        builder.environment().putAll(environment());
        builder.redirectErrorStream(true);
        builder.redirectOutput(folder.path().resolve("node.log").toFile());
        this.process = builder.start();
    }

    static RabbitServer start() throws IOException, InterruptedException {
        RabbitServer server = new RabbitServer(TempFolder.create(), freePorts(5));
        long deadline = System.nanoTime() + PATIENCE;
        while (!server.isReady()) {
            if (System.nanoTime() > deadline || !server.process.isAlive()) {
                throw new IllegalStateException("The node did not start: " + server.folder.path());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return server;
    }

    private boolean isReady() throws InterruptedException {
        try (Connection connection = connect()) {
            return connection.isOpen() && api("GET", "/overview", "").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /// All that a profile needs.
    String address() {
        return address(managementPort(), prometheusPort());
    }

    /// The same with other ports for what comes over HTTP.
    String address(int management, int prometheus) {
        return "amqp://guest:guest@127.0.0.1:%d/%%2F http://127.0.0.1:%d http://127.0.0.1:%d"
                .formatted(ports.get(0), management, prometheus);
    }

    int managementPort() {
        return ports.get(1);
    }

    int prometheusPort() {
        return ports.get(2);
    }

    static Map<String, String> settings(String address) {
        String[] parts = address.split(" ");
        return Map.of("uri", parts[0], "management", parts[1], "prometheus", parts[2]);
    }

    Connection connect() throws IOException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(ports.get(0));
        try {
            return factory.newConnection("bench");
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IOException(e);
        }
    }

    long ready(String queue) throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            return channel.messageCount(queue);
        }
    }

    HttpResponse<String> api(String method, String path, String body)
            throws IOException, InterruptedException {
        String login =
                Base64.getEncoder().encodeToString("guest:guest".getBytes(StandardCharsets.UTF_8));
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:" + managementPort() + "/api" + path))
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Basic " + login)
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    /// What the node has taken of the processors so far.
    Duration processorTime() {
        return process.descendants()
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// What the server's own tool prints.
    String ctl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(sbin().resolve("rabbitmqctl").toString());
        command.addAll(List.of("-q", "-n", "bench@localhost"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        builder.redirectError(folder.path().resolve("ctl.log").toFile());
        Process tool = builder.start();
        String printed = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.waitFor() != 0) {
            throw new IllegalStateException(
                    "rabbitmqctl failed: " + Files.readString(folder.path().resolve("ctl.log")));
        }
        return printed;
    }

    private void configure() throws IOException {
        Path home = folder.path();
        Files.writeString(home.resolve("env.conf"), "");
        Files.writeString(
                home.resolve("enabled_plugins"),
                "[rabbitmq_management,rabbitmq_prometheus,rabbitmq_shovel,"
                        + "rabbitmq_shovel_management].\n");
        Files.writeString(
                home.resolve("rabbitmq.conf"),
                """
                listeners.tcp.1 = 127.0.0.1:%d
                management.tcp.ip = 127.0.0.1
                management.tcp.port = %d
                prometheus.tcp.ip = 127.0.0.1
                prometheus.tcp.port = %d
                disk_free_limit.absolute = 50MB
                log.console = true
                log.file = false
                """
                        .formatted(ports.get(0), ports.get(1), ports.get(2)));
    }

    private Map<String, String> environment() {
        Path home = folder.path();
        return Map.ofEntries(
                Map.entry("HOME", home.toString()),
                Map.entry("LC_ALL", "C.UTF-8"),
                Map.entry("ERL_EPMD_PORT", ports.get(3).toString()),
                Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_NODENAME", "bench@localhost"),
                Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_NODE_PORT", ports.get(0).toString()),
                Map.entry("RABBITMQ_DIST_PORT", ports.get(4).toString()),
                Map.entry("RABBITMQ_MNESIA_BASE", home.resolve("mnesia").toString()),
                Map.entry("RABBITMQ_LOG_BASE", home.resolve("log").toString()),
                Map.entry("RABBITMQ_LOGS", "-"),
                Map.entry("RABBITMQ_SCHEMA_DIR", home.resolve("schema").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        home.resolve("enabled_plugins").toString()),
                Map.entry("RABBITMQ_CONFIG_FILE", home.resolve("rabbitmq.conf").toString()),
                Map.entry("RABBITMQ_ADVANCED_CONFIG_FILE", home.resolve("none").toString()),
                Map.entry("RABBITMQ_CONF_ENV_FILE", home.resolve("env.conf").toString()),
                Map.entry("RABBITMQ_PID_FILE", home.resolve("pid").toString()),
                Map.entry(
                        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                        "-kernel inet_dist_use_interface {127,0,0,1}"));
    }

    /// The server's own scripts: those on the path want to change users.
    private static Path sbin() throws IOException {
        String home = System.getenv(HOME);
        if (home != null) {
            return Path.of(home, "sbin");
        }
        for (String place :
                List.of(
                        "/usr/lib/rabbitmq/lib",
                        "/usr/lib64/rabbitmq/lib",
                        "/opt/homebrew/Cellar/rabbitmq",
                        "/usr/local/Cellar/rabbitmq")) {
            if (Files.isDirectory(Path.of(place))) {
                try (Stream<Path> versions = Files.list(Path.of(place))) {
                    List<Path> found =
                            versions.map(version -> version.resolve("sbin"))
                                    .filter(Files::isDirectory)
                                    .sorted()
                                    .toList();
                    if (!found.isEmpty()) {
                        return found.getLast();
                    }
                }
            }
        }
        throw new IllegalStateException(
                "This benchmark needs RabbitMQ: install rabbitmq-server, or let "
                        + HOME
                        + " name its folder");
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        folder.close();
    }
}
