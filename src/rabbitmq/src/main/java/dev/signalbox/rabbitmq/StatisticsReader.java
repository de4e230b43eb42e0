package dev.signalbox.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.model.QueueFigures.Rates;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads rates, bytes and the age of the head of all queues from the server's statistics: one request however many
/// queues, and asked for no oftener than the server can bear.
///
/// The statistics are optional: a server can have them turned off, and later versions will not have them in this API.
final class StatisticsReader {
    private static final String PATH =
            "/queues?columns=vhost,name,message_bytes,messages_details,head_message_timestamp,"
                    + "message_stats.publish_details,message_stats.deliver_get_details,"
                    + "message_stats.redeliver_details,message_stats.ack_details";

    /// The server gathers them every five seconds.
    private static final Duration OFTENEST = Duration.ofSeconds(3);

    /// A twentieth of the server's time at most: gathering what thousands of queues tell takes it half a second.
    private static final int SHARE = 20;

    private final ManagementApi api;
    private final Names names;
    private final Clock clock;
    private Map<QueueKey, Statistics> last = Map.of();
    private Optional<Problem> gap = Optional.empty();
    private Instant next = Instant.MIN;

    StatisticsReader(ManagementApi api, Names names, Clock clock) {
        this.api = api;
        this.names = names;
        this.clock = clock;
    }

    /// Whether it is time to ask again.
    boolean isDue(Topology topology) {
        return topology.statistics() && !clock.instant().isBefore(next);
    }

    void read() throws InterruptedException {
        long began = System.nanoTime();
        try {
            Map<QueueKey, Statistics> found = new HashMap<>();
            for (JsonNode row : api.get(PATH)) {
                QueueKey key = new QueueKey(row.path("vhost").asText(), row.path("name").asText());
                if (names.shows(key.vhost())) {
                    found.put(key, of(row));
                }
            }
            last = found;
            gap = Optional.empty();
        } catch (ConnectorException e) {
            last = Map.of();
            gap =
                    Optional.of(
                            RabbitProblems.problem(
                                    e.problem().kind(), "gap.statistics", e.problem().summary()));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began).multipliedBy(SHARE);
        next = clock.instant().plus(took.compareTo(OFTENEST) > 0 ? took : OFTENEST);
    }

    /// Why there are none, if they could not be read.
    List<Problem> gaps() {
        return gap.stream().toList();
    }

    Statistics of(QueueKey key, Topology topology) {
        return topology.statistics()
                ? last.getOrDefault(key, Statistics.unknown(RabbitTexts.get("statistics.not-told")))
                : Statistics.unknown(RabbitTexts.get("statistics.disabled"));
    }

    private static Statistics of(JsonNode row) {
        // A queue without statistics has not told them yet; one that tells how many it holds and
        // nothing of what moved has moved nothing.
        boolean told = row.has("messages_details") || row.has("message_stats");
        String reason = RabbitTexts.get("statistics.not-told");
        if (!told) {
            return Statistics.unknown(reason);
        }
        JsonNode moved = row.path("message_stats");
        JsonNode bytes = row.path("message_bytes");
        JsonNode head = row.path("head_message_timestamp");
        return new Statistics(
                new Rates(
                        rate(moved, "publish_details"),
                        rate(moved, "deliver_get_details"),
                        rate(moved, "redeliver_details"),
                        rate(moved, "ack_details"),
                        reason),
                bytes.isNumber()
                        ? Reading.of(bytes.asLong())
                        : Reading.unknown(RabbitTexts.get("bytes.not-told")),
                head.isNumber() && head.asLong() > 0
                        ? Optional.of(Instant.ofEpochSecond(head.asLong()))
                        : Optional.empty());
    }

    private static OptionalDouble rate(JsonNode moved, String name) {
        return OptionalDouble.of(Math.max(0, moved.path(name).path("rate").asDouble(0)));
    }
}
