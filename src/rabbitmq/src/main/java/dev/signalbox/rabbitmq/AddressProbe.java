package dev.signalbox.rabbitmq;

import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/// Finds out what answers at an address when it is no RabbitMQ: of that the client says no more than "malformed frame".
final class AddressProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final byte[] AMQP_0_9_1 = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};
    private static final byte[] HTTP = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /// The first frame of a broker: method 10.10, connection.start, on channel 0.
    private static final String METHOD_ON_CHANNEL_0 = "\u0001\u0000\u0000";

    private static final String TLS_ALERT = "\u0015\u0003";

    private AddressProbe() {}

    /// What is there instead of a RabbitMQ; empty when it may be one.
    static Optional<Problem> examine(AmqpUri uri) {
        String answer = ask(uri, AMQP_0_9_1);
        if (answer.startsWith(METHOD_ON_CHANNEL_0)) {
            return uri.tls()
                    ? Optional.of(problem("not-encrypted", uri.address()))
                    : Optional.empty();
        }
        if (uri.tls()) {
            return Optional.empty();
        }
        for (String protocol : List.of("HTTP", "SSH")) {
            if (answer.startsWith(protocol)) {
                return Optional.of(problem("other-protocol", uri.address(), protocol));
            }
        }
        if (answer.isEmpty() || answer.startsWith(TLS_ALERT)) {
            return silent(uri);
        }
        return Optional.of(problem("not-a-broker", uri.address()));
    }

    /// What hangs up on a greeting of ours, or waits for more of it.
    private static Optional<Problem> silent(AmqpUri uri) {
        // HTTP waits for the end of our greeting, and would wait for the end of the other as well.
        if (ask(uri, HTTP).startsWith("HTTP")) {
            return Optional.of(problem("other-protocol", uri.address(), "HTTP"));
        }
        return shakesHands(uri)
                ? Optional.of(problem("encrypted", uri.address()))
                : Optional.empty();
    }

    /// Whether TLS is spoken there, by whomever.
    private static boolean shakesHands(AmqpUri uri) {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(uri.host(), uri.port()), (int) PATIENCE.toMillis());
            plain.setSoTimeout((int) PATIENCE.toMillis());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Credulous()}, null);
            try (SSLSocket tls =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(plain, uri.host(), uri.port(), true)) {
                tls.startHandshake();
                return true;
            }
        } catch (IOException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    /// The first bytes of the answer; none where the other side hangs up or waits.
    private static String ask(AmqpUri uri, byte[] request) {
        // A channel, for its blocking calls end with an interrupt.
        try (SocketChannel channel = SocketChannel.open()) {
            channel.socket()
                    .connect(
                            new InetSocketAddress(uri.host(), uri.port()),
                            (int) PATIENCE.toMillis());
            channel.socket().setSoTimeout((int) PATIENCE.toMillis());
            channel.socket().getOutputStream().write(request);
            return new String(
                    channel.socket().getInputStream().readNBytes(8), StandardCharsets.ISO_8859_1);
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
    }

    private static Problem problem(String key, Object... arguments) {
        return RabbitProblems.problem(ProblemKind.INVALID, "probe." + key, arguments);
    }
}
