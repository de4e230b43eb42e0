package dev.signalbox.kafka;

import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds out what is at an address before Kafka's client is let near it.
///
/// Of an address that is wrong Kafka's client says no more than "timed out", after ten seconds. Of a server that speaks
/// another protocol it takes the first four bytes as a length and allocates as much: "HTTP" makes 1.2 GB. So one
/// harmless request is sent first: `ApiVersions`, which every broker answers before any authentication.
final class AddressProbe {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(2);
    private static final Duration ALTOGETHER = Duration.ofSeconds(9);

    private static final int CORRELATION = 0x5167_0001;
    private static final int LARGEST_ANSWER = 1 << 20;

    private final List<Address> addresses;
    private final boolean encrypted;

    /// @param encrypted whether the client is going to speak TLS
    AddressProbe(List<Address> addresses, boolean encrypted) {
        this.addresses = addresses;
        this.encrypted = encrypted;
    }

    /// What is wrong with the addresses; empty when one of them may be a broker. Takes nine seconds at most, even for
    /// name servers that do not answer; an interrupt ends it at once.
    Optional<Problem> examine() throws InterruptedException {
        FutureTask<Optional<Problem>> examination = new FutureTask<>(this::examineEach);
        Thread.ofVirtual().name("kafka-probe").start(examination);
        try {
            return examination.get(ALTOGETHER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.of(problem(ProblemKind.UNREACHABLE, "silent", addresses.getFirst()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the probe is broken", e.getCause());
        } finally {
            examination.cancel(true);
        }
    }

    private Optional<Problem> examineEach() {
        List<Problem> problems = new ArrayList<>();
        for (Address address : addresses) {
            Optional<Problem> problem = examine(address);
            if (problem.isEmpty()) {
                return problem;
            }
            problems.add(problem.get());
        }
        return Optional.of(problems.getFirst());
    }

    private Optional<Problem> examine(Address address) {
        InetSocketAddress socket;
        try {
            socket = new InetSocketAddress(InetAddress.getByName(address.host()), address.port());
        } catch (UnknownHostException e) {
            return Optional.of(problem(ProblemKind.UNREACHABLE, "unknown-host", address));
        }
        byte[] answer;
        try {
            answer = ask(socket, apiVersionsRequest());
        } catch (SocketTimeoutException e) {
            return Optional.of(problem(ProblemKind.UNREACHABLE, "silent", address));
        } catch (IOException e) {
            return Optional.of(problem(ProblemKind.UNREACHABLE, "refused", address));
        }
        if (isBroker(answer)) {
            return encrypted
                    ? Optional.of(problem(ProblemKind.INVALID, "not-encrypted", address))
                    : Optional.empty();
        }
        // A TLS server owes nothing to a request in the clear.
        return encrypted ? Optional.empty() : Optional.of(name(address, socket, answer));
    }

    /// Names what answered, as far as it can be told.
    private static Problem name(Address address, InetSocketAddress socket, byte[] answer) {
        String start = new String(answer, StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0015\u0003")) {
            return problem(ProblemKind.INVALID, "encrypted", address);
        }
        for (String protocol : List.of("HTTP", "AMQP", "SSH")) {
            if (start.startsWith(protocol)) {
                return problem(ProblemKind.INVALID, "other-protocol", address, protocol);
            }
        }
        if (start.isEmpty()) {
            return speaksHttp(socket)
                    ? problem(ProblemKind.INVALID, "other-protocol", address, "HTTP")
                    : problem(ProblemKind.TIMEOUT, "no-answer", address);
        }
        return problem(ProblemKind.INVALID, "not-a-broker", address);
    }

    /// An HTTP server waits for the end of a line, which our request does not have.
    private static boolean speaksHttp(InetSocketAddress socket) {
        byte[] request = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        try {
            return new String(ask(socket, request), StandardCharsets.ISO_8859_1)
                    .startsWith("HTTP/");
        } catch (IOException e) {
            return false;
        }
    }

    /// The first eight bytes of the answer; fewer where the other side hangs up or waits.
    ///
    /// @throws SocketTimeoutException when no connection comes about in time
    private static byte[] ask(InetSocketAddress socket, byte[] request) throws IOException {
        // A channel, for its blocking calls end with an interrupt; a plain socket's do not on every
        // kind of thread.
        try (SocketChannel channel = SocketChannel.open()) {
            channel.socket().connect(socket, (int) TO_CONNECT.toMillis());
            channel.socket().setSoTimeout((int) TO_ANSWER.toMillis());
            try {
                channel.socket().getOutputStream().write(request);
                return channel.socket().getInputStream().readNBytes(8);
            } catch (IOException e) {
                return new byte[0];
            }
        }
    }

    /// `ApiVersions` (key 18), version 0: every broker understands it and answers before authentication.
    private static byte[] apiVersionsRequest() {
        byte[] client = "signalbox".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + 2 + 4 + 2 + client.length;
        return ByteBuffer.allocate(4 + length)
                .putInt(length)
                .putShort((short) 18)
                .putShort((short) 0)
                .putInt(CORRELATION)
                .putShort((short) client.length)
                .put(client)
                .array();
    }

    /// Whether it is a length that makes sense and our correlation id.
    private static boolean isBroker(byte[] answer) {
        if (answer.length < 8) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.wrap(answer);
        int length = buffer.getInt();
        return length >= 4 && length <= LARGEST_ANSWER && buffer.getInt() == CORRELATION;
    }

    private static Problem problem(ProblemKind kind, String key, Object... arguments) {
        return new Problem(
                kind,
                KafkaTexts.get("probe." + key, arguments),
                KafkaTexts.get("probe." + key + ".remedy", arguments));
    }
}
