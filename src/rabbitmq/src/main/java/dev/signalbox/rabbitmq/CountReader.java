package dev.signalbox.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.problem.ConnectorException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads how many messages and consumers every queue has: one request where the Prometheus endpoint is on, one a page of
/// 500 queues otherwise.
final class CountReader {
    /// How long an endpoint that was not there is left alone.
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final RabbitSettings settings;
    private final ManagementApi api;
    private final TopologyReader topologies;
    private final Clock clock;
    private Instant missingSince = Instant.MIN;

    CountReader(
            RabbitSettings settings, ManagementApi api, TopologyReader topologies, Clock clock) {
        this.settings = settings;
        this.api = api;
        this.topologies = topologies;
        this.clock = clock;
    }

    /// All counts in one request; empty where the Prometheus endpoint is off, is another node's, or knows a part of the
    /// cluster only.
    Optional<Metrics> metrics(Topology topology) throws InterruptedException {
        Optional<URI> endpoint = settings.prometheus();
        if (endpoint.isEmpty()
                || topology.nodes() != 1
                || missingSince.plus(AGAIN).isAfter(clock.instant())) {
            return Optional.empty();
        }
        try {
            Metrics metrics = Metrics.parse(api.metrics(endpoint.get(), Metrics.PATH));
            if (metrics.node().equals(topology.node())) {
                return Optional.of(metrics);
            }
        } catch (ConnectorException e) {
            // It is a plugin of its own, and often not on.
        }
        missingSince = clock.instant();
        return Optional.empty();
    }

    /// The same by the paged list and the list of consumers.
    Map<QueueKey, Count> paged() throws ConnectorException, InterruptedException {
        return withConsumers(topologies.counts());
    }

    private Map<QueueKey, Count> withConsumers(Map<QueueKey, Count> counts)
            throws ConnectorException, InterruptedException {
        Map<QueueKey, Long> consumers = new HashMap<>();
        for (JsonNode row : api.get("/consumers?columns=queue.name,queue.vhost")) {
            JsonNode queue = row.path("queue");
            consumers.merge(
                    new QueueKey(queue.path("vhost").asText(), queue.path("name").asText()),
                    1L,
                    Long::sum);
        }
        Map<QueueKey, Count> complete = HashMap.newHashMap(counts.size());
        counts.forEach(
                (key, count) ->
                        complete.put(key, count.withConsumers(consumers.getOrDefault(key, 0L))));
        return complete;
    }
}
