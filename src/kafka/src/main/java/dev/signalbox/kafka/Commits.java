package dev.signalbox.kafka;

import dev.signalbox.core.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.TopicPartition;

/// What the groups of a cluster have committed.
///
/// @param groups all of them
/// @param byGroup what each has committed; a group that is not in it could not be read
/// @param failures why, by group
record Commits(
        List<GroupListing> groups,
        Map<String, Map<TopicPartition, Commit>> byGroup,
        Map<String, Problem> failures) {

    Commits {
        groups = List.copyOf(groups);
        byGroup = Map.copyOf(byGroup);
        failures = Map.copyOf(failures);
    }

    /// The groups that have committed anything in a topic, with what.
    Map<String, Map<TopicPartition, Commit>> in(String topic) {
        Map<String, Map<TopicPartition, Commit>> readers = new HashMap<>();
        byGroup.forEach(
                (group, commits) ->
                        commits.forEach(
                                (partition, commit) -> {
                                    if (partition.topic().equals(topic)) {
                                        readers.computeIfAbsent(group, _ -> new HashMap<>())
                                                .put(partition, commit);
                                    }
                                }));
        return readers;
    }
}
