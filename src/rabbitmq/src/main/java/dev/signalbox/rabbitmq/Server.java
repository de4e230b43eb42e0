package dev.signalbox.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/// One RabbitMQ, by both of its doors.
record Server(
        RabbitSettings settings,
        AmqpLink amqp,
        ManagementApi api,
        Names names,
        TopologyReader topologies,
        DeliveryLimit limits,
        Setup setup) {

    /// @param batch how much goes into one
    /// @param readOnly whether a look may write at no other price than a lost message
    record Setup(Clock clock, Batch batch, boolean readOnly) {}

    /// @param messages at most so many in one batch of notes or of a backup
    /// @param bytes at most so many, but for a single message that is larger
    record Batch(int messages, long bytes) {
        static final Batch USUAL = new Batch(1_000, 8 * 1024 * 1024);
    }

    static Server of(RabbitSettings settings, Clock clock, Batch batch) {
        return of(settings, new Setup(clock, batch, false));
    }

    static Server of(RabbitSettings settings, Setup setup) {
        ManagementApi api = new ManagementApi(settings);
        Names names = new Names(settings.uri().vhost(), settings.moreVhosts());
        return new Server(
                settings,
                new AmqpLink(settings),
                api,
                names,
                new TopologyReader(api, names, settings.rules()),
                new DeliveryLimit(),
                setup);
    }

    Clock clock() {
        return setup.clock();
    }

    Batch batch() {
        return setup.batch();
    }

    /// What a queue is, as the server tells it now.
    ///
    /// @throws ConnectorException `NOT_FOUND` without it
    QueueFacts facts(String name) throws ConnectorException, InterruptedException {
        return topologies.read(names.key(name), name);
    }

    /// How many consumers a queue has now.
    long consumers(QueueKey key) throws ConnectorException, InterruptedException {
        return ask(key.vhost(), key.name(), channel -> channel.consumerCount(key.name()));
    }

    /// How many messages of a queue nobody holds.
    long ready(QueueKey key) throws ConnectorException, InterruptedException {
        return ask(key.vhost(), key.name(), channel -> channel.messageCount(key.name()));
    }

    boolean hasQueue(QueueKey key) throws ConnectorException, InterruptedException {
        return exists(key.vhost(), key.name(), channel -> channel.queueDeclarePassive(key.name()));
    }

    boolean hasExchange(String vhost, String name) throws ConnectorException, InterruptedException {
        return exists(vhost, name, channel -> channel.exchangeDeclarePassive(name));
    }

    private boolean exists(String vhost, String name, Question<?> question)
            throws ConnectorException, InterruptedException {
        try {
            ask(vhost, name, question);
            return true;
        } catch (ConnectorException e) {
            if (e.problem().kind() == ProblemKind.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private interface Question<T> {
        T ask(Channel channel) throws IOException;
    }

    private <T> T ask(String vhost, String subject, Question<T> question)
            throws ConnectorException, InterruptedException {
        Channel channel = Channels.open(amqp.shared(vhost), subject);
        try {
            return question.ask(channel);
        } catch (IOException | ShutdownSignalException e) {
            throw RabbitProblems.exception(e, subject);
        } finally {
            Channels.close(channel);
        }
    }

    /// The server's version, as it tells it on the connection messages go through.
    String version() throws ConnectorException, InterruptedException {
        Object version = amqp.shared(names.base()).getServerProperties().get("version");
        return version == null ? "" : version.toString();
    }

    /// @throws ConnectorException `UNSUPPORTED` when a look could cost a message
    void checkBudget(QueueFacts queue) throws ConnectorException, InterruptedException {
        limits.check(queue, version(), names.of(queue.key()));
    }

    /// Identity of what names mean here: the cluster, and the vhost that names without one belong to.
    String id(String clusterName) {
        return clusterName + "/" + names.base();
    }

    /// Why messages cannot be reached, if they cannot.
    Optional<ConnectorException> messagesReachable() throws InterruptedException {
        try {
            amqp.shared(names.base());
            return Optional.empty();
        } catch (ConnectorException e) {
            return Optional.of(e);
        }
    }

    /// The server's identity as it tells it on the connection messages go through.
    String id() throws ConnectorException, InterruptedException {
        return id(clusterName(amqp.shared(names.base())));
    }

    private static String clusterName(Connection connection) {
        Object name = connection.getServerProperties().get("cluster_name");
        return name == null ? "" : name.toString();
    }

    /// @throws ConnectorException `CONFLICT` when the two addresses of the profile are of two clusters
    void checkSame(Topology topology) throws ConnectorException, InterruptedException {
        if (messagesReachable().isEmpty()) {
            String other = clusterName(amqp.shared(names.base()));
            if (!other.equals(topology.clusterName())) {
                throw RabbitProblems.exception(
                        ProblemKind.CONFLICT,
                        "server.two-clusters",
                        settings.uri().address(),
                        other,
                        api.address(),
                        topology.clusterName());
            }
        }
    }

    /// @throws ConnectorException `CONFLICT` when the plan was made on another server
    void checkMadeHere(Plan plan) throws ConnectorException, InterruptedException {
        String here = id();
        if (!here.equals(plan.clusterId())) {
            throw RabbitProblems.exception(
                    ProblemKind.CONFLICT, "plan.other-cluster", plan.clusterId(), here);
        }
    }

    void close() {
        amqp.close();
        api.close();
    }
}
