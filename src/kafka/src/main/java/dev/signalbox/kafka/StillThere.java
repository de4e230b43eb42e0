package dev.signalbox.kafka;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Messages of a backup that still lie in the topic: a purge that was cut off, or failed in part, has kept them and not
/// removed them. Restoring them would send them twice.
///
/// An offset alone proves nothing, for the topic may have been made anew; so the messages are compared.
final class StillThere {
    static final StillThere NONE = new StillThere(Set.of());

    private final Set<MessageId> places;

    private StillThere(Set<MessageId> places) {
        this.places = places;
    }

    static StillThere find(Cluster cluster, TopicExtent extent, Backup backup)
            throws ConnectorException, InterruptedException {
        List<Range> common = KafkaBrowser.within(extent, span(cluster, backup));
        if (common.isEmpty()) {
            return new StillThere(Set.of());
        }
        Map<MessageId, Integer> present = new HashMap<>();
        try (MessageStream stream = cluster.browser().read(extent, common)) {
            for (Optional<Message> message = stream.next();
                    message.isPresent();
                    message = stream.next()) {
                present.put(message.get().id(), message.get().hashCode());
            }
        }
        Set<MessageId> same = new HashSet<>();
        try (MessageStream kept = KeptMessages.open(backup, cluster.batch())) {
            for (Optional<Message> message = kept.next();
                    message.isPresent();
                    message = kept.next()) {
                Integer hash = present.get(message.get().id());
                if (hash != null && hash == message.get().hashCode()) {
                    same.add(message.get().id());
                }
            }
        }
        return new StillThere(same);
    }

    /// From the first to the last offset of the backup, in each partition.
    private static List<Range> span(Cluster cluster, Backup backup)
            throws ConnectorException, InterruptedException {
        Map<Integer, Range> span = new HashMap<>();
        try (MessageStream kept = KeptMessages.open(backup, cluster.batch())) {
            for (Optional<Message> message = kept.next();
                    message.isPresent();
                    message = kept.next()) {
                int partition = message.get().id().partition();
                long offset = message.get().id().position();
                span.merge(
                        partition,
                        new Range(partition, offset, offset + 1),
                        (one, other) ->
                                new Range(
                                        partition,
                                        Math.min(one.from(), other.from()),
                                        Math.max(one.to(), other.to())));
            }
        }
        return List.copyOf(span.values());
    }

    boolean contains(Message message) {
        return places.contains(message.id());
    }

    int count() {
        return places.size();
    }
}
