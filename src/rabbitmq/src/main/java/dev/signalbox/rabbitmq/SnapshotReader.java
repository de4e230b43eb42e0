package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.rabbitmq.NodeReader.Nodes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Reads the whole picture: two requests a poll where the Prometheus endpoint is on, however many queues there are; one
/// for the counts, and one for the nodes or, every few polls, the statistics. What a queue is (type, arguments, policy, bindings) is read again every half minute, and at once when a queue is new.
final class SnapshotReader {
    private static final Duration TOPOLOGY_KEPT = Duration.ofSeconds(30);

    private final Server server;
    private final CountReader counts;
    private final NodeReader nodes;
    private final StatisticsReader statistics;
    private final StreamLengths streams;
    private final Consumers consumers;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private TopologyReader.@Nullable Answer known;
    private Instant knownSince = Instant.MIN;
    private @Nullable Nodes nodesSeen;

    SnapshotReader(Server server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.counts = new CountReader(server.settings(), server.api(), server.topologies(), clock);
        this.nodes = new NodeReader(server.api());
        this.statistics = new StatisticsReader(server.api(), server.names(), clock);
        this.streams = new StreamLengths(server.amqp());
        this.consumers = new Consumers(server.names());
    }

    Snapshot read() throws ConnectorException, InterruptedException {
        reading.lockInterruptibly();
        try {
            return readAlone();
        } finally {
            reading.unlock();
        }
    }

    private Snapshot readAlone() throws ConnectorException, InterruptedException {
        Instant takenAt = clock.instant();
        long began = System.nanoTime();
        Optional<ConnectorException> noMessages = server.messagesReachable();
        TopologyReader.Answer answer = topology(takenAt, noMessages);
        Map<QueueKey, Count> now = counts(answer.topology());
        if (!answer.topology().queues().keySet().equals(now.keySet())) {
            answer = readTopology(takenAt);
        }
        Topology topology = answer.topology();
        Nodes running = nodesOrStatistics(topology);
        List<Problem> gaps = new ArrayList<>(running.gaps());
        gaps.addAll(statistics.gaps());
        gaps.addAll(answer.gaps());
        noMessages.ifPresent(
                e ->
                        gaps.add(
                                RabbitProblems.problem(
                                        e.problem().kind(),
                                        "gap.messages",
                                        e.problem().summary())));
        Map<QueueKey, Count> all = new HashMap<>(now);
        if (noMessages.isEmpty()) {
            all.putAll(streams.read(topology, now, gaps));
        }
        return new Snapshot(
                takenAt,
                Duration.ofNanos(System.nanoTime() - began),
                info(topology, running),
                new Destinations(server.names(), topology, all, key -> statistics.of(key, topology))
                        .all(),
                consumers.groups(topology, all),
                List.of(),
                Capabilities.all(noMessages.map(ConnectorException::problem)),
                gaps);
    }

    /// The second request of a poll: the two take turns, so that it stays one.
    private Nodes nodesOrStatistics(Topology topology) throws InterruptedException {
        Nodes seen = nodesSeen;
        boolean due = statistics.isDue(topology);
        if (due) {
            statistics.read();
        }
        if (!due || seen == null) {
            seen = nodes.read(topology.statistics());
            nodesSeen = seen;
        }
        return seen;
    }

    private TopologyReader.Answer topology(Instant now, Optional<ConnectorException> noMessages)
            throws ConnectorException, InterruptedException {
        try {
            TopologyReader.Answer last = known;
            TopologyReader.Answer answer =
                    last == null || knownSince.plus(TOPOLOGY_KEPT).isBefore(now)
                            ? readTopology(now)
                            : last;
            if (noMessages.isPresent()
                    && noMessages.get().problem().kind() != ProblemKind.AUTHORIZATION) {
                throw noMessages.get();
            }
            return answer;
        } catch (ConnectorException e) {
            // Of two ways that both fail, the one the operator has written down first.
            throw noMessages.orElse(e);
        }
    }

    private TopologyReader.Answer readTopology(Instant now)
            throws ConnectorException, InterruptedException {
        TopologyReader.Answer answer = server.topologies().read();
        server.checkSame(answer.topology());
        known = answer;
        knownSince = now;
        return answer;
    }

    private Map<QueueKey, Count> counts(Topology topology)
            throws ConnectorException, InterruptedException {
        Optional<Metrics> metrics = counts.metrics(topology);
        if (metrics.isEmpty()) {
            return counts.paged();
        }
        Map<QueueKey, Count> shown = new HashMap<>();
        metrics.get()
                .counts()
                .forEach(
                        (key, count) -> {
                            if (server.names().shows(key.vhost())) {
                                shown.put(key, count);
                            }
                        });
        // The endpoint says nothing of streams, and of others only once they have told their
        // figures.
        topology.queues()
                .forEach(
                        (key, facts) -> {
                            if (facts.isStream()) {
                                shown.putIfAbsent(key, Count.UNKNOWN);
                            }
                        });
        return shown;
    }

    private ServerInfo info(Topology topology, Nodes running) {
        return new ServerInfo(
                "RabbitMQ",
                topology.version(),
                server.id(topology.clusterName()),
                running.names().isEmpty()
                        ? List.of(server.settings().uri().address())
                        : running.names(),
                running.alarms());
    }
}
