package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.ConsumerGroup.Position;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.GroupType;
import dev.signalbox.core.model.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The consumers of a queue as a group: the queue hands each message to one of them. Their lag is what is ready and what
/// they have not acknowledged.
///
/// A queue nobody consumes from is no group, but one that had consumers since the connection was opened is an empty one.
final class Consumers {
    private final Names names;
    private final Set<QueueKey> seen = new HashSet<>();

    Consumers(Names names) {
        this.names = names;
    }

    List<ConsumerGroup> groups(Topology topology, Map<QueueKey, Count> counts) {
        seen.retainAll(topology.queues().keySet());
        List<ConsumerGroup> groups = new ArrayList<>();
        for (QueueKey key : topology.queues().keySet()) {
            Count count = counts.getOrDefault(key, Count.UNKNOWN);
            if (count.consumers().orElse(0) > 0) {
                seen.add(key);
            }
            if (seen.contains(key)) {
                groups.add(group(key, count));
            }
        }
        groups.sort(Comparator.comparing(ConsumerGroup::id));
        return groups;
    }

    private ConsumerGroup group(QueueKey key, Count count) {
        String name = names.of(key);
        Reading none = Reading.unknown(RabbitTexts.get("queue.no-offsets"));
        return new ConsumerGroup(
                name,
                GroupType.QUEUE,
                state(count),
                List.of(new Position(name, 0, none, none, Destinations.reading(count.total()))));
    }

    private static GroupState state(Count count) {
        if (count.consumers().isEmpty()) {
            return GroupState.UNKNOWN;
        }
        return count.consumers().getAsLong() > 0 ? GroupState.STABLE : GroupState.EMPTY;
    }
}
