package dev.signalbox.kafka;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Messages of a backup that still lie in the topic: a purge that was cut off, or failed in part, has kept them and not
/// removed them. Restoring them would send them twice.
///
/// An offset alone proves nothing, for the topic may have been made anew; so the messages are compared.
final class StillThere {
    static final StillThere NONE = new StillThere(Map.of());

    private final Map<Integer, Places> places;

    private StillThere(Map<Integer, Places> places) {
        this.places = Map.copyOf(places);
    }

    /// What lies in one partition, by its offset: twelve bytes a message, for there may be millions. Offsets come in order.
    private static final class Places {
        private long[] offsets = new long[1_024];
        private int[] hashes = new int[1_024];
        private final BitSet same = new BitSet();
        private int count;

        void add(long offset, int hash) {
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, 2 * count);
                hashes = Arrays.copyOf(hashes, 2 * count);
            }
            offsets[count] = offset;
            hashes[count] = hash;
            count++;
        }

        void compare(long offset, int hash) {
            int place = Arrays.binarySearch(offsets, 0, count, offset);
            if (place >= 0 && hashes[place] == hash) {
                same.set(place);
            }
        }

        boolean isSame(long offset) {
            int place = Arrays.binarySearch(offsets, 0, count, offset);
            return place >= 0 && same.get(place);
        }
    }

    static StillThere find(Cluster cluster, TopicExtent extent, Backup backup)
            throws ConnectorException, InterruptedException {
        List<Range> common = KafkaBrowser.within(extent, span(cluster, backup));
        if (common.isEmpty()) {
            return NONE;
        }
        Map<Integer, Places> present = new HashMap<>();
        try (MessageStream stream = cluster.browser().read(extent, common)) {
            for (Optional<Message> message = stream.next();
                    message.isPresent();
                    message = stream.next()) {
                present.computeIfAbsent(message.get().id().partition(), _ -> new Places())
                        .add(message.get().id().position(), message.get().hashCode());
            }
        }
        try (MessageStream kept = KeptMessages.open(backup, cluster.batch())) {
            for (Optional<Message> message = kept.next();
                    message.isPresent();
                    message = kept.next()) {
                Places places = present.get(message.get().id().partition());
                if (places != null) {
                    places.compare(message.get().id().position(), message.get().hashCode());
                }
            }
        }
        return new StillThere(present);
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
        Places there = places.get(message.id().partition());
        return there != null && there.isSame(message.id().position());
    }

    int count() {
        return places.values().stream().mapToInt(there -> there.same.cardinality()).sum();
    }
}
