package dev.signalbox.kafka;

import dev.signalbox.core.problem.ConnectorException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where an action keeps on the broker how far it is: committed offsets of a consumer group that nobody is a member of,
/// written in the same transactions as what it sends, and so never ahead of it and never behind.
///
/// The same name is the action's transactional id, so that starting it again ends what it left open. A finished action
/// takes the group away; what a cut-off one leaves behind the broker forgets by itself (`offsets.retention.minutes`).
record ProgressGroup(String name) {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressGroup.class);
    private static final String REPLAY = "signalbox-replay-";
    private static final String RESTORE = "signalbox-restore-";

    static ProgressGroup ofReplay(UUID actionId) {
        return new ProgressGroup(REPLAY + actionId);
    }

    static ProgressGroup ofRestore(UUID backupId) {
        return new ProgressGroup(RESTORE + backupId);
    }

    static boolean isOurs(String group) {
        return isReplay(group) || group.startsWith(RESTORE);
    }

    static boolean isReplay(String group) {
        return group.startsWith(REPLAY);
    }

    /// How far it is, by partition. Waits for a transaction that is being ended; one that is open makes it fail with
    /// `TIMEOUT`, because nobody knows yet what becomes of it.
    Map<TopicPartition, Long> read(AdminLink link) throws ConnectorException, InterruptedException {
        Map<TopicPartition, Long> progress = new HashMap<>();
        commits(link).forEach((partition, commit) -> progress.put(partition, commit.offset()));
        return progress;
    }

    /// The same with what is noted beside it.
    Map<TopicPartition, Commit> commits(AdminLink link)
            throws ConnectorException, InterruptedException {
        ListConsumerGroupOffsetsOptions options =
                new ListConsumerGroupOffsetsOptions().requireStable(true);
        Map<TopicPartition, OffsetAndMetadata> committed =
                link.await(
                        link.admin()
                                .listConsumerGroupOffsets(
                                        Map.of(name, new ListConsumerGroupOffsetsSpec()), options)
                                .partitionsToOffsetAndMetadata(name),
                        name);
        Map<TopicPartition, Commit> commits = new HashMap<>();
        committed.forEach(
                (partition, offset) -> {
                    if (offset != null) {
                        commits.put(partition, Commit.of(offset));
                    }
                });
        return commits;
    }

    /// Takes the group away. What cannot be taken away stays as clutter, and does no harm.
    void remove(AdminLink link) throws InterruptedException {
        try {
            // The last transaction's offsets become visible a moment after its commit was answered.
            if (!read(link).isEmpty()) {
                Admin admin = link.admin();
                link.await(admin.deleteConsumerGroups(List.of(name)).all(), name);
            }
        } catch (ConnectorException e) {
            LOG.warn("Group {} stays until the broker forgets it: {}", name, e.problem().summary());
        }
    }
}
