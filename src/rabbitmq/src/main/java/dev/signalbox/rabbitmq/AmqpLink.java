package dev.signalbox.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultSaslConfig;
import com.rabbitmq.client.TrafficListener;
import com.rabbitmq.client.impl.DefaultExceptionHandler;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Connections over AMQP: one for looking for each vhost, kept open; and one for each task that wants its own.
///
/// None recovers by itself: a connection that comes back behind our back would hide that messages were put back.
final class AmqpLink implements AutoCloseable {
    private static final Duration HANDSHAKE = Duration.ofSeconds(6);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    /// As large as a server can be told to allow.
    private static final int LARGEST_MESSAGE = 512 * 1024 * 1024;

    private final RabbitSettings settings;
    private final ReentrantLock opening = new ReentrantLock();
    private final Map<String, Connection> shared = new HashMap<>();
    private boolean closed;

    AmqpLink(RabbitSettings settings) {
        this.settings = settings;
    }

    String address() {
        return settings.uri().address();
    }

    /// The connection for looking. Channels on it may be opened by anybody and are closed by whoever opened them.
    Connection shared(String vhost) throws ConnectorException, InterruptedException {
        opening.lockInterruptibly();
        try {
            if (closed) {
                throw RabbitProblems.exception(ProblemKind.CONFLICT, "link.closed");
            }
            Connection known = shared.get(vhost);
            if (known == null || !known.isOpen()) {
                known = open(vhost, "look");
                shared.put(vhost, known);
            }
            return known;
        } finally {
            opening.unlock();
        }
    }

    /// A connection of one's own.
    ///
    /// @param purpose shown by the server beside the connection
    Connection open(String vhost, String purpose) throws ConnectorException {
        return open(factory(vhost), purpose);
    }

    /// The same with somebody who is told of all that comes and goes, on the thread that reads; deliveries are handed on
    /// there as well.
    Connection open(String vhost, String purpose, TrafficListener listener)
            throws ConnectorException {
        ConnectionFactory factory = factory(vhost);
        factory.setTrafficListener(listener);
        factory.setSharedExecutor(new OnReader());
        return open(factory, purpose);
    }

    private Connection open(ConnectionFactory factory, String purpose) throws ConnectorException {
        try {
            return factory.newConnection("Signalbox: " + purpose);
        } catch (IOException | TimeoutException | IllegalStateException e) {
            // IllegalStateException: what comes back is a frame of a size no broker would send.
            Problem problem = RabbitProblems.of(e, address());
            Optional<Problem> better =
                    mayBeForeign(problem.kind())
                            ? AddressProbe.examine(settings.uri())
                            : Optional.empty();
            if (better.isEmpty() && problem.kind() == ProblemKind.UNREACHABLE) {
                better = TlsRefusal.listen(settings);
            }
            throw new ConnectorException(better.orElse(problem), e);
        }
    }

    private static boolean mayBeForeign(ProblemKind kind) {
        return switch (kind) {
            case TIMEOUT, UNREACHABLE, UNEXPECTED, UNSUPPORTED, AUTHENTICATION -> true;
            case AUTHORIZATION, NOT_FOUND, CONFLICT, INVALID -> false;
        };
    }

    private ConnectionFactory factory(String vhost) {
        ConnectionFactory factory = Corked.factory();
        factory.setHost(settings.uri().host());
        factory.setPort(settings.uri().port());
        factory.setVirtualHost(vhost);
        factory.setUsername(settings.login().user());
        factory.setPassword(settings.login().password());
        if (settings.external()) {
            factory.setSaslConfig(DefaultSaslConfig.EXTERNAL);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout((int) settings.connectTimeout().toMillis());
        factory.setHandshakeTimeout((int) HANDSHAKE.toMillis());
        factory.setChannelRpcTimeout((int) ANSWER.toMillis());
        factory.setRequestedHeartbeat((int) settings.heartbeat().toSeconds());
        factory.setRequestedChannelMax(settings.channelMax());
        factory.setMaxInboundMessageBodySize(LARGEST_MESSAGE);
        factory.setThreadFactory(Thread.ofPlatform().daemon().name("amqp-", 0).factory());
        factory.setExceptionHandler(new DefaultExceptionHandler());
        if (settings.uri().tls()) {
            factory.useSslProtocol(settings.trust().context());
            factory.setSocketConfigurator(this::secure);
        } else {
            factory.setSocketFactory(new WideSockets());
        }
        return factory;
    }

    private void secure(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        if (socket instanceof SSLSocket tls) {
            SSLParameters parameters = tls.getSSLParameters();
            if (settings.trust().verified()) {
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
            }
            Optional<String> name = settings.uri().parameter("server_name_indication");
            if (name.isPresent() && !name.get().equals("disable")) {
                parameters.setServerNames(List.of(new SNIHostName(name.get())));
            }
            tls.setSSLParameters(parameters);
        }
    }

    /// Lets go of a connection, whatever state it is in.
    static void close(Connection connection) {
        if (connection.isOpen()) {
            connection.abort((int) GOODBYE.toMillis());
        }
    }

    @Override
    public void close() {
        opening.lock();
        try {
            closed = true;
            List<Connection> all = List.copyOf(shared.values());
            shared.clear();
            Thread.ofVirtual().name("rabbitmq-close").start(() -> all.forEach(AmqpLink::close));
        } finally {
            opening.unlock();
        }
    }
}
