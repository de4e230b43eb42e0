package dev.signalbox.kafka;

import dev.signalbox.core.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/// The topics of a cluster as described at one time, by name.
///
/// @param failures topics that exist and could not be described
record Topics(Map<String, TopicDescription> byName, List<Problem> failures) {
    static final Topics NONE = new Topics(Map.of(), List.of());

    Topics {
        byName = Collections.unmodifiableMap(new HashMap<>(byName));
        failures = List.copyOf(failures);
    }

    /// The partitions that can be asked: asking for one without a leader waits until one is elected.
    List<TopicPartition> ledPartitions() {
        List<TopicPartition> led = new ArrayList<>();
        for (TopicDescription topic : byName.values()) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                if (hasLeader(partition)) {
                    led.add(new TopicPartition(topic.name(), partition.partition()));
                }
            }
        }
        return led;
    }

    long partitionCount() {
        return byName.values().stream().mapToLong(topic -> topic.partitions().size()).sum();
    }

    static boolean hasLeader(TopicPartitionInfo partition) {
        return partition.leader() != null && !partition.leader().isEmpty();
    }
}
