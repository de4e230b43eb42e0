package dev.signalbox.kafka;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DeletedRecords;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// One purge: first everything is read and kept, then everything that was kept is removed.
///
/// A partition that was not read to the end of its range keeps all of its messages. An interrupt before the removal
/// leaves everything where it is.
final class PurgeRun {
    private final Cluster cluster;
    private final TopicExtent extent;
    private final List<Range> ranges;
    private final Execution execution;
    private final Map<Integer, Long> kept = new HashMap<>();
    private final long total;
    private boolean inDoubt;

    PurgeRun(Cluster cluster, TopicExtent extent, List<Range> ranges, Execution execution) {
        this.cluster = cluster;
        this.extent = extent;
        this.ranges = ranges;
        this.execution = execution;
        this.total = LetterRanges.count(ranges);
    }

    /// Partitions that were not read to the end, and why.
    private record Unread(Set<Integer> partitions, Optional<Problem> why) {}

    Outcome run() throws ConnectorException {
        Unread unread;
        try {
            unread = keep();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        } catch (InterruptedException e) {
            return new Outcome(
                    Result.CANCELLED,
                    0,
                    List.of(
                            new StepOutcome(
                                    KafkaTexts.get("purge.cancelled", extent.name()),
                                    0,
                                    Optional.empty())),
                    Optional.empty());
        }
        List<Range> removable =
                ranges.stream()
                        .filter(range -> !unread.partitions.contains(range.partition()))
                        .toList();
        if (removable.isEmpty() && unread.why.isPresent()) {
            throw new ConnectorException(unread.why.get());
        }
        return outcome(unread, Undisturbed.run(() -> remove(removable)));
    }

    /// Reads the ranges and keeps every message. What the backup refuses ends it: nothing has been removed yet.
    private Unread keep() throws ConnectorException, InterruptedException {
        try (RangeStream stream = cluster.browser().read(extent, ranges)) {
            Batches batches = new Batches(stream, cluster.batch());
            while (true) {
                List<Message> batch = new ArrayList<>();
                Optional<Problem> failure = read(batches, batch);
                keep(batch);
                if (failure.isPresent() || batch.isEmpty()) {
                    return new Unread(stream.unread(), failure);
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        }
    }

    private static Optional<Problem> read(Batches batches, List<Message> batch)
            throws InterruptedException {
        try {
            batches.next(batch);
            return Optional.empty();
        } catch (ConnectorException e) {
            return Optional.of(e.problem());
        }
    }

    private void keep(List<Message> batch) throws ConnectorException {
        if (batch.isEmpty()) {
            return;
        }
        Undisturbed.run(
                () -> {
                    execution.backUp(List.copyOf(batch));
                    return batch.size();
                });
        batch.forEach(message -> kept.merge(message.id().partition(), 1L, Long::sum));
        execution.progress(keptAltogether(), total);
    }

    private long keptAltogether() {
        return kept.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Removes the ranges; what became of each.
    private Map<Range, Optional<Problem>> remove(List<Range> removable)
            throws ConnectorException, InterruptedException {
        if (removable.isEmpty()) {
            return Map.of();
        }
        Admin admin = cluster.link().admin();
        Map<TopicPartition, RecordsToDelete> wanted = new HashMap<>();
        removable.forEach(
                range -> wanted.put(partition(range), RecordsToDelete.beforeOffset(range.to())));
        Map<TopicPartition, KafkaFuture<DeletedRecords>> answers =
                admin.deleteRecords(wanted).lowWatermarks();
        cluster.link().awaitAll(answers.values());
        Map<Range, Optional<Problem>> outcomes = new HashMap<>();
        for (Range range : removable) {
            KafkaFuture<DeletedRecords> answer =
                    Objects.requireNonNull(answers.get(partition(range)));
            outcomes.put(range, problem(range, Answer.of(answer, partition(range).toString())));
        }
        return outcomes;
    }

    /// A removal that was not answered may have happened all the same: the start of the partition tells.
    private Optional<Problem> problem(Range range, Answer<DeletedRecords> answer)
            throws InterruptedException {
        return switch (answer) {
            case Answer.Given<DeletedRecords> _ -> Optional.empty();
            case Answer.Failed<DeletedRecords> failed -> {
                try {
                    TopicExtent now = TopicExtent.read(cluster.link(), extent.name());
                    long start = now.held(range.partition()).map(Range::from).orElse(0L);
                    yield start >= range.to() ? Optional.empty() : Optional.of(failed.problem());
                } catch (ConnectorException e) {
                    inDoubt = true;
                    yield Optional.of(
                            KafkaProblems.problem(
                                    ProblemKind.TIMEOUT,
                                    "purge.in-doubt",
                                    partition(range).toString(),
                                    failed.problem().summary()));
                }
            }
        };
    }

    private Outcome outcome(Unread unread, Map<Range, Optional<Problem>> removed) {
        List<StepOutcome> steps = new ArrayList<>();
        long done = 0;
        boolean allWell = true;
        for (Range range : ranges) {
            Optional<Problem> problem =
                    unread.partitions.contains(range.partition())
                            ? unread.why.or(() -> Optional.of(stuck(range)))
                            : removed.getOrDefault(range, Optional.empty());
            long here = problem.isPresent() ? 0 : kept.getOrDefault(range.partition(), 0L);
            done += here;
            allWell &= problem.isEmpty();
            steps.add(
                    new StepOutcome(
                            KafkaTexts.get(
                                    "purge.step", partition(range), Long.toString(range.to())),
                            here,
                            problem));
        }
        execution.progress(allWell ? total : done, total);
        return new Outcome(
                allWell ? Result.SUCCEEDED : done > 0 || inDoubt ? Result.PARTIAL : Result.FAILED,
                done,
                steps,
                Optional.empty());
    }

    private Problem stuck(Range range) {
        return KafkaProblems.problem(
                ProblemKind.TIMEOUT, "browse.stuck", partition(range).toString());
    }

    private TopicPartition partition(Range range) {
        return new TopicPartition(extent.name(), range.partition());
    }
}
