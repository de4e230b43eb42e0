package dev.signalbox.rabbitmq;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real RabbitMQ node for the tests: an own folder, own ports of the loopback address, an own port mapper. The system's
/// service is never touched.
final class RabbitNode {
    /// Where the tests find another version than the installed one.
    private static final String HOME = "SIGNALBOX_RABBITMQ_HOME";

    private static final Duration TO_START = Duration.ofMinutes(2);
    private static @Nullable RabbitNode shared;
    private static @Nullable RabbitNode second;
    private static boolean tried;

    private final Path folder;
    private final String name;
    private final List<Integer> ports;
    private @Nullable Process process;

    private RabbitNode(Path folder, String name, List<Integer> ports) {
        this.folder = folder;
        this.name = name;
        this.ports = ports;
    }

    /// The one of this test run. Ends with the JVM.
    static synchronized RabbitNode shared() {
        RabbitNode known = shared;
        if (known == null) {
            if (tried) {
                throw new IllegalStateException("The node did not start before, see its log");
            }
            tried = true;
            known = create("shared");
            known.start();
            shared = known;
        }
        return known;
    }

    /// Another one, which a test may kill and start again. Ends with the JVM too.
    static synchronized RabbitNode second() {
        RabbitNode known = second;
        if (known == null) {
            known = create("second");
            second = known;
        }
        if (!known.runs()) {
            known.start();
        }
        return known;
    }

    private boolean runs() {
        return process != null && process.isAlive();
    }

    private static RabbitNode create(String name) {
        try {
            Path target = Files.createDirectories(Path.of("target", "nodes"));
            Path folder = Files.createTempDirectory(target, name).toAbsolutePath();
            RabbitNode node = new RabbitNode(folder, name, freePorts(6));
            node.configure();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return ports.get(0);
    }

    int tlsPort() {
        return ports.get(5);
    }

    String management() {
        return "http://127.0.0.1:" + ports.get(1);
    }

    String prometheus() {
        return "http://127.0.0.1:" + ports.get(2);
    }

    /// Who vouches for the certificate the node shows on its TLS port.
    Path authority() {
        return Certificates.valid().authority();
    }

    /// The second node takes nobody on its TLS port who shows no certificate.
    private void configure() throws IOException {
        String clientCertificates =
                name.equals("second")
                        ? """
                        ssl_options.verify = verify_peer
                        ssl_options.fail_if_no_peer_cert = true
                        """
                        : "";
        Certificates.Pem tls = Certificates.valid();
        Files.writeString(folder.resolve("env.conf"), "");
        Files.writeString(
                folder.resolve("enabled_plugins"),
                "[rabbitmq_management,rabbitmq_prometheus,rabbitmq_shovel].\n");
        Files.writeString(
                folder.resolve("rabbitmq.conf"),
                """
                listeners.tcp.1 = 127.0.0.1:%d
                listeners.ssl.1 = 127.0.0.1:%d
                ssl_options.cacertfile = %s
                ssl_options.certfile = %s
                ssl_options.keyfile = %s
                management.tcp.ip = 127.0.0.1
                management.tcp.port = %d
                prometheus.tcp.ip = 127.0.0.1
                prometheus.tcp.port = %d
                collect_statistics_interval = 200
                management.sample_retention_policies.global.minute = 1
                management.sample_retention_policies.basic.minute = 1
                management.sample_retention_policies.detailed.minute = 1
                disk_free_limit.absolute = 50MB
                log.console = true
                log.file = false
                """
                        .concat(clientCertificates)
                        .formatted(
                                port(),
                                tlsPort(),
                                tls.authority(),
                                tls.certificate(),
                                tls.key(),
                                ports.get(1),
                                ports.get(2)));
        // So that figures are told soon enough for a test to wait for them.
        Files.writeString(
                folder.resolve("advanced.config"), "[{rabbit,[{quorum_tick_interval,200}]}].\n");
    }

    /// The node and its port mapper end when this JVM does, however it ends: then the shell's input does. The node's own
    /// script is a parent of the server only, so that is found by the file it writes its number to.
    private static final String LAUNCH =
            """
            epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 & epmd=$!
            "$1" </dev/null & node=$!
            cat >/dev/null
            kill -9 "$node" "$(cat "$RABBITMQ_PID_FILE")" "$epmd"
            """;

    void start() {
        try {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", LAUNCH, "sh", program());
            builder.environment().putAll(environment());
            builder.redirectErrorStream(true);
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(folder.resolve("node.log").toFile()));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await().atMost(TO_START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> answers() && listens(port()) && listens(tlsPort()));
    }

    /// Ends it as a power cut would. Its data stays.
    void kill() throws IOException, InterruptedException {
        Process running = Objects.requireNonNull(process);
        running.getOutputStream().close();
        if (!running.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the node does not end");
        }
        await().atMost(TO_START).until(() -> !answers());
    }

    /// Has what was declared written to the disk: before 4.0 the server itself takes up to two seconds to do so, and a
    /// queue declared a moment before it is killed would be gone, with what it held.
    void keepDeclared() throws IOException, InterruptedException {
        control("eval", "catch mnesia:dump_log(), ok.");
    }

    /// Runs the server's own `rabbitmqctl` on this node.
    void control(String... words) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(program()).resolveSibling("rabbitmqctl").toString());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment());
        Process control = builder.start();
        String said = new String(control.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (control.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    /// The management is up some time before the node takes clients.
    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(management() + "/api/nodes"))
                                            .version(HttpClient.Version.HTTP_1_1)
                                            .timeout(Duration.ofSeconds(5))
                                            .header("Authorization", "Basic " + login())
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static String login() {
        return Base64.getEncoder().encodeToString("guest:guest".getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("HOME", folder.toString()),
                Map.entry("ERL_EPMD_PORT", ports.get(3).toString()),
                Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_NODENAME", name + "@localhost"),
                Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_NODE_PORT", ports.get(0).toString()),
                Map.entry("RABBITMQ_DIST_PORT", ports.get(4).toString()),
                Map.entry("RABBITMQ_MNESIA_BASE", folder.resolve("mnesia").toString()),
                Map.entry("RABBITMQ_LOG_BASE", folder.resolve("log").toString()),
                Map.entry("RABBITMQ_LOGS", "-"),
                Map.entry("RABBITMQ_SCHEMA_DIR", folder.resolve("schema").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        folder.resolve("enabled_plugins").toString()),
                Map.entry("RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq.conf").toString()),
                Map.entry(
                        "RABBITMQ_ADVANCED_CONFIG_FILE",
                        folder.resolve("advanced.config").toString()),
                Map.entry("RABBITMQ_CONF_ENV_FILE", folder.resolve("env.conf").toString()),
                Map.entry("RABBITMQ_PID_FILE", folder.resolve("pid").toString()),
                Map.entry(
                        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                        "-kernel inet_dist_use_interface {127,0,0,1}"));
    }

    /// The server's own script: the one on the path wants to change users.
    private static String program() throws IOException {
        String home = System.getenv(HOME);
        if (home != null) {
            return Path.of(home, "sbin", "rabbitmq-server").toString();
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
                            versions.map(version -> version.resolve("sbin/rabbitmq-server"))
                                    .filter(Files::isExecutable)
                                    .sorted()
                                    .toList();
                    if (!found.isEmpty()) {
                        return found.getLast().toString();
                    }
                }
            }
        }
        throw new IllegalStateException(
                "These tests need RabbitMQ: install rabbitmq-server (./dev test does), or let "
                        + HOME
                        + " name the folder of another version");
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }
}
