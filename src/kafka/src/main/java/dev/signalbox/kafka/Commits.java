package dev.signalbox.kafka;

import dev.signalbox.core.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
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

    /// The groups that have committed anything in a topic, with what: who reads it.
    Map<String, Map<TopicPartition, Commit>> readersOf(String topic) {
        return in(topic, group -> !ProgressGroup.isOurs(group));
    }

    /// The replays of a dead-letter topic that are under way somewhere, or were cut off.
    Set<String> replaysOf(String deadLetters) {
        return new TreeSet<>(in(deadLetters, ProgressGroup::isReplay).keySet());
    }

    private Map<String, Map<TopicPartition, Commit>> in(String topic, Predicate<String> wanted) {
        Map<String, Map<TopicPartition, Commit>> found = new TreeMap<>();
        byGroup.forEach(
                (group, commits) -> {
                    if (wanted.test(group)) {
                        commits.forEach(
                                (partition, commit) -> {
                                    if (partition.topic().equals(topic)) {
                                        found.computeIfAbsent(group, _ -> new HashMap<>())
                                                .put(partition, commit);
                                    }
                                });
                    }
                });
        return found;
    }
}
