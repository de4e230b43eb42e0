package dev.signalbox.demo.rabbitmq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A running node with a port mapper of its own.
///
/// Neither has a life line: a shell holds one for them and stops them, even when this process is killed.
/// Should the shell be killed too, the next demo in the folder ends them, by the notes of who they are.
final class Node {
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration PIDS = Duration.ofSeconds(30);
    private static final Duration FOR_THE_SHELL = Duration.ofSeconds(20);

    /// With input allowed the start script becomes the node instead of waiting for it, so that the shell
    /// knows the node's number from the first moment; `-noinput` then keeps it from reading. It has five
    /// seconds to stop in order. Version 3.10 takes longer, and is cut off: what is confirmed survives.
    private static final String GUARD =
            """
            epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 </dev/null & epmd=$!
            "$1" </dev/null & node=$!
            echo "$node $epmd" >"$2.new" && mv "$2.new" "$2"
            cat >/dev/null
            kill "$node" 2>/dev/null
            tries=0
            while kill -0 "$node" 2>/dev/null && [ "$tries" -lt 50 ]; do
                sleep 0.1
                tries=$((tries + 1))
            done
            kill -9 "$node" "$epmd" 2>/dev/null
            """;

    private final Process shell;
    private final ProcessHandle server;
    private final ProcessHandle mapper;
    private final int port;

    private Node(Process shell, ProcessHandle server, ProcessHandle mapper, int port) {
        this.shell = shell;
        this.server = server;
        this.mapper = mapper;
        this.port = port;
    }

    /// Starts it; it is not ready then.
    ///
    /// @param notes the folder in which the processes are noted
    static Node start(Installation installation, Path folder, NodePorts ports, Path notes)
            throws IOException, InterruptedException {
        Path pids = folder.resolve("processes");
        Files.deleteIfExists(pids);
        ProcessBuilder builder =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                GUARD,
                                "sh",
                                installation.server().toString(),
                                pids.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT);
        NodeEnvironment.of(folder, ports).applyTo(builder.environment());
        Process shell = builder.start();
        List<ProcessHandle> started = started(shell, pids);
        Node node = new Node(shell, started.getFirst(), started.getLast(), ports.amqp());
        note(notes.resolve("broker-node"), node.server);
        note(notes.resolve("broker-epmd"), node.mapper);
        return node;
    }

    private static List<ProcessHandle> started(Process shell, Path pids)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PIDS);
        while (!Files.exists(pids)) {
            if (!shell.isAlive() || Instant.now().isAfter(end)) {
                shell.destroyForcibly();
                throw new IOException("The shell that starts the node has failed");
            }
            Thread.sleep(GLANCE);
        }
        String[] numbers = Files.readString(pids).strip().split(" ", 2);
        return List.of(handle(numbers[0]), handle(numbers[1]));
    }

    private static ProcessHandle handle(String pid) throws IOException {
        return ProcessHandle.of(Long.parseLong(pid))
                .orElseThrow(() -> new IOException("Process " + pid + " has ended at once"));
    }

    /// In the supervisor's form: number and start.
    private static void note(Path file, ProcessHandle process) throws IOException {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        Files.createDirectories(file.getParent());
        Files.writeString(file, process.pid() + " " + start.toEpochMilli());
    }

    /// Returns when clients can use it.
    ///
    /// @throws IOException if it ends before
    void awaitReady(Management management) throws IOException, InterruptedException {
        while (!listens() || !management.hasQueues()) {
            if (!server.isAlive()) {
                throw new IOException("The node has ended before it was ready; its log says why");
            }
            Thread.sleep(GLANCE);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /// Returns when it has ended, asked for or not.
    void awaitEnd() {
        server.onExit().join();
    }

    /// Has it stopped in order, and by force if it does not. Returns when nothing of it is left.
    void stop() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shell.onExit().completeOnTimeout(shell, FOR_THE_SHELL.toSeconds(), TimeUnit.SECONDS).join();
        shell.destroyForcibly();
        server.destroyForcibly();
        mapper.destroyForcibly();
        server.onExit().join();
        mapper.onExit().join();
    }
}
