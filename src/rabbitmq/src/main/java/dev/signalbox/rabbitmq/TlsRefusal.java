package dev.signalbox.rabbitmq;

import dev.signalbox.core.problem.Problem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// Finds out whether a server that hung up did so over our certificate, or because we have none. With TLS 1.3 it says that
/// only when we think the handshake is done; a client that has begun to talk by then may find the connection cut instead.
final class TlsRefusal {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private TlsRefusal() {}

    /// Shakes hands, says nothing and listens: a broker waits for us to begin, whoever refuses us says why.
    static Optional<Problem> listen(RabbitSettings settings) {
        AmqpUri uri = settings.uri();
        if (!uri.tls()) {
            return Optional.empty();
        }
        try (SSLSocket socket =
                (SSLSocket) settings.trust().context().getSocketFactory().createSocket()) {
            socket.connect(
                    new InetSocketAddress(uri.host(), uri.port()), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.startHandshake();
            socket.getInputStream().readNBytes(1);
            return Optional.empty();
        } catch (SSLException e) {
            return Optional.of(RabbitProblems.of(e, uri.address()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
