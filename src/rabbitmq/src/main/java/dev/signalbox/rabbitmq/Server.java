package dev.signalbox.rabbitmq;

import com.rabbitmq.client.Connection;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Clock;
import java.util.Optional;

/// One RabbitMQ, by both of its doors.
record Server(
        RabbitSettings settings,
        AmqpLink amqp,
        ManagementApi api,
        Names names,
        TopologyReader topologies,
        Clock clock,
        Batch batch) {

    /// @param messages at most so many in one batch of notes or of a backup
    /// @param bytes at most so many, but for a single message that is larger
    record Batch(int messages, long bytes) {
        static final Batch USUAL = new Batch(2_000, 16 * 1024 * 1024);
    }

    static Server of(RabbitSettings settings, Clock clock, Batch batch) {
        ManagementApi api = new ManagementApi(settings);
        Names names = new Names(settings.uri().vhost(), settings.moreVhosts());
        return new Server(
                settings,
                new AmqpLink(settings),
                api,
                names,
                new TopologyReader(api, names),
                clock,
                batch);
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
