package dev.signalbox.kafka;

import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// Keeps consoles that know nothing of each other, of two users or two machines, from replaying the same topic at once.
/// Those of one user share a ledger, which is exact.
///
/// A replay claims its topic on the broker before it looks who else does, so of two that begin together at least one sees
/// the other. One that gets on is alive, and the newcomer is refused; one that does not is fenced, and sends nothing any
/// more.
final class Rivals {
    /// A replay that is alive commits several times in it, on a busy machine too.
    static final Duration WATCH = Duration.ofSeconds(5);

    /// Up to so much more, so that two that watch each other do not both go on at the same moment.
    private static final int MORE_MILLIS = 500;

    /// Beside the offsets of a replay that was found to be dead: it need not be watched again.
    private static final String FENCED = "fenced";

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Set<TransactionState> UNDER_WAY =
            Set.of(
                    TransactionState.ONGOING,
                    TransactionState.PREPARE_COMMIT,
                    TransactionState.PREPARE_ABORT);

    private final Cluster cluster;
    private final String deadLetters;
    private final ProgressGroup self;
    private long looks;

    Rivals(Cluster cluster, String deadLetters, ProgressGroup self) {
        this.cluster = cluster;
        this.deadLetters = deadLetters;
        this.self = self;
    }

    /// Claims the letters, and makes sure that nobody else is replaying from this topic.
    ///
    /// @throws ConnectorException `CONFLICT` when somebody is; the claim is gone then
    void claim(List<Range> letters) throws ConnectorException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
        letters.forEach(
                range ->
                        first.merge(
                                new TopicPartition(deadLetters, range.partition()),
                                new OffsetAndMetadata(range.from()),
                                (one, other) -> one.offset() <= other.offset() ? one : other));
        if (first.isEmpty()) {
            return;
        }
        Admin admin = cluster.link().admin();
        cluster.link()
                .await(admin.alterConsumerGroupOffsets(self.name(), first).all(), self.name());
        boolean alone = false;
        try {
            check();
            alone = true;
        } finally {
            if (!alone) {
                self.remove(cluster.link());
            }
        }
    }

    /// Looks again, before a replay that was held up goes on.
    void check() throws ConnectorException, InterruptedException {
        Map<String, Map<TopicPartition, Commit>> before = others();
        long end =
                System.nanoTime()
                        + cluster.watch().toNanos()
                        + TimeUnit.MILLISECONDS.toNanos(
                                ThreadLocalRandom.current().nextInt(MORE_MILLIS));
        while (!before.isEmpty() && System.nanoTime() < end) {
            refuseIfAlive(before);
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
        for (String other : before.keySet()) {
            ProgressGroup stopped = new ProgressGroup(other);
            Undisturbed.run(
                    () -> {
                        TransactionalSender.open(cluster, stopped, deadLetters).close();
                        return true;
                    });
        }
        if (!before.isEmpty()) {
            refuseIfAlive(before);
            remember(before);
        }
    }

    /// Shows the others that this replay is there while it sends nothing. Not while it has a transaction open.
    ///
    /// @throws ConnectorException `CONFLICT` when another took it for dead
    void stayAlive() throws ConnectorException, InterruptedException {
        try {
            Map<TopicPartition, Commit> own = self.commits(cluster.link());
            if (own.isEmpty() || isFenced(own)) {
                throw KafkaProblems.exception(ProblemKind.CONFLICT, "replay.fenced", deadLetters);
            }
            looks++;
            write(self.name(), own, "waits " + looks);
        } catch (ConnectorException e) {
            // A broker that is away shows this replay to nobody else either.
            if (!e.problem().kind().isTransient()) {
                throw e;
            }
        }
    }

    private void write(String group, Map<TopicPartition, Commit> commits, String note)
            throws ConnectorException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> same = new HashMap<>();
        commits.forEach(
                (partition, commit) ->
                        same.put(partition, new OffsetAndMetadata(commit.offset(), note)));
        cluster.link()
                .await(cluster.link().admin().alterConsumerGroupOffsets(group, same).all(), group);
    }

    /// Their offsets stay: a console that wants to know what became of its letters reads them.
    private void remember(Map<String, Map<TopicPartition, Commit>> fenced)
            throws ConnectorException, InterruptedException {
        Map<String, Map<TopicPartition, Commit>> left = new HashMap<>(fenced);
        // Not those that have ended meanwhile: it would bring them back.
        left.keySet().retainAll(others().keySet());
        for (Map.Entry<String, Map<TopicPartition, Commit>> group : left.entrySet()) {
            write(group.getKey(), group.getValue(), FENCED);
        }
    }

    private static boolean isFenced(Map<TopicPartition, Commit> commits) {
        return commits.values().stream().allMatch(commit -> commit.note().equals(FENCED));
    }

    private void refuseIfAlive(Map<String, Map<TopicPartition, Commit>> before)
            throws ConnectorException, InterruptedException {
        Set<String> alive = underWay(before.keySet());
        others().forEach(
                        (group, commits) -> {
                            if (before.containsKey(group) && !commits.equals(before.get(group))) {
                                alive.add(group);
                            }
                        });
        if (!alive.isEmpty()) {
            throw KafkaProblems.exception(
                    ProblemKind.CONFLICT, "replay.rival", deadLetters, String.join(", ", alive));
        }
    }

    /// Those of the replays that have a transaction open.
    private Set<String> underWay(Set<String> replays)
            throws ConnectorException, InterruptedException {
        Admin admin = cluster.link().admin();
        var described = admin.describeTransactions(replays);
        Map<String, KafkaFuture<TransactionDescription>> answers = new HashMap<>();
        replays.forEach(replay -> answers.put(replay, described.description(replay)));
        cluster.link().awaitAll(answers.values());
        Set<String> open = new HashSet<>();
        for (Map.Entry<String, KafkaFuture<TransactionDescription>> entry : answers.entrySet()) {
            // Of one that has sent nothing yet, the coordinator knows nothing.
            if (Answer.of(entry.getValue(), entry.getKey())
                            instanceof Answer.Given<TransactionDescription> given
                    && UNDER_WAY.contains(given.value().state())) {
                open.add(entry.getKey());
            }
        }
        return open;
    }

    /// How far the other replays of this topic are.
    private Map<String, Map<TopicPartition, Commit>> others()
            throws ConnectorException, InterruptedException {
        Admin admin = cluster.link().admin();
        List<GroupListing> replays = new ArrayList<>();
        for (GroupListing group : cluster.link().await(admin.listGroups().valid())) {
            if (ProgressGroup.isReplay(group.groupId()) && !group.groupId().equals(self.name())) {
                replays.add(group);
            }
        }
        Commits commits = new GroupReader(cluster.link()).ask(admin, replays).await();
        Map<String, Map<TopicPartition, Commit>> others = new HashMap<>();
        for (String group : commits.replaysOf(deadLetters)) {
            Map<TopicPartition, Commit> progress = commits.byGroup().getOrDefault(group, Map.of());
            if (!isFenced(progress)) {
                others.put(group, progress);
            }
        }
        return others;
    }
}
