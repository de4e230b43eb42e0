package dev.signalbox.kafka;

import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out what became of the letters that a replay was sending when it was cut off.
///
/// The progress was committed in the same transaction as the copies, and letters are sent in the order of their offsets:
/// a letter was sent if, and only if, the progress is past it. First the cut-off run's producer is fenced, so that nothing
/// of it can arrive afterwards.
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Cluster cluster;
    private final UUID actionId;
    private final String deadLetters;

    Settlement(Cluster cluster, UUID actionId, String deadLetters) {
        this.cluster = cluster;
        this.actionId = actionId;
        this.deadLetters = deadLetters;
    }

    /// @param since when the replay noted the letters
    /// @return those that were sent, the others were not and never will be; empty when the broker may have forgotten
    Optional<List<Range>> sent(List<Range> letters, Instant since)
            throws ConnectorException, InterruptedException {
        if (!stillRemembered(since)) {
            return Optional.empty();
        }
        ProgressGroup progress = ProgressGroup.ofReplay(actionId);
        Undisturbed.run(
                () -> {
                    TransactionalSender.open(cluster, progress, deadLetters).close();
                    return true;
                });
        Map<TopicPartition, Long> read = progress.read(cluster.link());
        List<Range> sent = new ArrayList<>();
        for (Range range : letters) {
            long behind = read.getOrDefault(new TopicPartition(deadLetters, range.partition()), 0L);
            if (behind > range.from()) {
                sent.add(new Range(range.partition(), range.from(), Math.min(range.to(), behind)));
            }
        }
        return Optional.of(sent);
    }

    /// Offsets of a group without members go after a while; then there is nothing to tell from.
    private boolean stillRemembered(Instant since) throws InterruptedException {
        Duration age = Duration.between(since, cluster.clock().instant());
        try {
            Admin admin = cluster.link().admin();
            Node node = cluster.link().await(admin.describeCluster().nodes()).iterator().next();
            ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
            Config config =
                    cluster.link()
                            .await(
                                    admin.describeConfigs(List.of(broker)).values(),
                                    broker,
                                    node.idString());
            ConfigEntry minutes = config.get("offsets.retention.minutes");
            return minutes != null
                    && minutes.value() != null
                    && age.compareTo(Duration.ofMinutes(Long.parseLong(minutes.value()))) < 0;
        } catch (ConnectorException e) {
            LOG.info("How long offsets are kept is not known: {}", e.problem().summary());
            return false;
        }
    }
}
