package dev.signalbox.kafka;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// Reads what groups have committed: one request to each coordinator for all its groups.
final class GroupReader {
    private final AdminLink link;

    GroupReader(AdminLink link) {
        this.link = link;
    }

    /// Lists all groups, those of this console's replays too, and reads their commits.
    Commits read() throws ConnectorException, InterruptedException {
        Admin admin = link.admin();
        return ask(admin, List.copyOf(link.await(admin.listGroups().valid()))).await();
    }

    /// Without the groups in which this console keeps how far a replay is.
    static List<GroupListing> foreign(Collection<GroupListing> listed) {
        return listed.stream().filter(group -> !ProgressGroup.isOurs(group.groupId())).toList();
    }

    static boolean isShare(GroupListing group) {
        return group.type().filter(GroupType.SHARE::equals).isPresent();
    }

    /// Asks for all commits; send it before waiting for anything else.
    Pending ask(Admin admin, List<GroupListing> groups) {
        Map<String, KafkaFuture<Map<TopicPartition, Commit>>> answers = new HashMap<>();
        askPlain(admin, groups, answers);
        askShare(admin, groups, answers);
        return new Pending(groups, answers);
    }

    private static void askPlain(
            Admin admin,
            List<GroupListing> groups,
            Map<String, KafkaFuture<Map<TopicPartition, Commit>>> answers) {
        Map<String, ListConsumerGroupOffsetsSpec> wanted = new HashMap<>();
        for (GroupListing group : groups) {
            if (!isShare(group)) {
                wanted.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
            }
        }
        if (!wanted.isEmpty()) {
            var result = admin.listConsumerGroupOffsets(wanted);
            wanted.keySet()
                    .forEach(
                            id ->
                                    answers.put(
                                            id,
                                            result.partitionsToOffsetAndMetadata(id)
                                                    .thenApply(map -> commits(map, Commit::of))));
        }
    }

    private static void askShare(
            Admin admin,
            List<GroupListing> groups,
            Map<String, KafkaFuture<Map<TopicPartition, Commit>>> answers) {
        Map<String, ListShareGroupOffsetsSpec> wanted = new HashMap<>();
        for (GroupListing group : groups) {
            if (isShare(group)) {
                wanted.put(group.groupId(), new ListShareGroupOffsetsSpec());
            }
        }
        if (!wanted.isEmpty()) {
            var result = admin.listShareGroupOffsets(wanted);
            wanted.keySet()
                    .forEach(
                            id ->
                                    answers.put(
                                            id,
                                            result.partitionsToOffsetInfo(id)
                                                    .thenApply(map -> commits(map, Commit::of))));
        }
    }

    /// A partition without a commit is null in Kafka's answer and absent in ours.
    private static <T> Map<TopicPartition, Commit> commits(
            Map<TopicPartition, T> answer, Function<T, Commit> translate) {
        return answer.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, entry -> translate.apply(entry.getValue())));
    }

    /// Questions on their way.
    final class Pending {
        private final List<GroupListing> groups;
        private final Map<String, KafkaFuture<Map<TopicPartition, Commit>>> answers;

        private Pending(
                List<GroupListing> groups,
                Map<String, KafkaFuture<Map<TopicPartition, Commit>>> answers) {
            this.groups = groups;
            this.answers = answers;
        }

        Commits await() throws InterruptedException {
            link.awaitAll(answers.values());
            Map<String, Map<TopicPartition, Commit>> byGroup = new HashMap<>();
            Map<String, Problem> failures = new HashMap<>();
            for (Map.Entry<String, KafkaFuture<Map<TopicPartition, Commit>>> entry :
                    answers.entrySet()) {
                switch (Answer.of(entry.getValue(), entry.getKey())) {
                    case Answer.Given<Map<TopicPartition, Commit>> given ->
                            byGroup.put(entry.getKey(), given.value());
                    case Answer.Failed<Map<TopicPartition, Commit>> failed ->
                            failures.put(entry.getKey(), failed.problem());
                }
            }
            return new Commits(groups, byGroup, failures);
        }
    }
}
