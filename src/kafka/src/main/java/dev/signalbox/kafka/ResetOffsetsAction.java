package dev.signalbox.kafka;

import dev.signalbox.core.port.Action.ResetOffsets;
import dev.signalbox.core.port.OffsetTarget;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Moves the committed offsets of a group without members. Needs READ on the group and its topics.
///
/// After the rules of KIP-122: what is asked for is kept within what is retained.
final class ResetOffsetsAction {
    private final Cluster cluster;

    ResetOffsetsAction(Cluster cluster) {
        this.cluster = cluster;
    }

    Plan plan(ResetOffsets reset) throws ConnectorException, InterruptedException {
        PlanDraft draft = new PlanDraft(cluster.id(), cluster.clock().instant(), KafkaTexts::get);
        Map<TopicPartition, Commit> before = commitsOfIdleGroup(reset.target());
        SortedMap<TopicPartition, OffsetMove> moves =
                new OffsetMoves(cluster, before, reset).work();
        moves.values().forEach(move -> draft.step(move.text(), move.distance()));
        tell(draft, moves.values().stream().toList());
        Map<OffsetTarget.TopicPartition, Long> exactly = new HashMap<>();
        moves.forEach((partition, move) -> exactly.put(ours(partition), move.to()));
        return draft.plan(
                new ResetOffsets(reset.target(), reset.topics(), new OffsetTarget.Exactly(exactly)),
                new Effect(Unit.OFFSETS, moves.size(), true, OptionalLong.empty()),
                Reversal.SAVED_STATE);
    }

    private static void tell(PlanDraft draft, List<OffsetMove> moves) {
        long again = 0;
        long skipped = 0;
        List<String> clamped = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        boolean notes = false;
        for (OffsetMove move : moves) {
            again += move.readAgain();
            skipped += move.skipped();
            if (move.to() != move.asked()) {
                clamped.add(move.partition().toString());
            }
            if (move.from().isEmpty()) {
                fresh.add(move.partition().toString());
            }
            notes |= move.hadNote();
        }
        if (skipped > 0) {
            draft.danger("reset-skips", skipped);
        }
        if (again > 0) {
            draft.warning("reset-again", again);
        }
        if (!clamped.isEmpty()) {
            draft.note("reset-clamped", String.join(", ", clamped));
        }
        if (!fresh.isEmpty()) {
            draft.warning("reset-no-commit", String.join(", ", fresh));
        }
        if (notes) {
            draft.warning("reset-metadata");
        }
    }

    Outcome execute(ResetOffsets reset) throws ConnectorException, InterruptedException {
        if (!(reset.to() instanceof OffsetTarget.Exactly exactly)) {
            throw new IllegalStateException("a plan that is not frozen: " + reset.to());
        }
        Map<TopicPartition, Commit> before = commitsOfIdleGroup(reset.target());
        return Undisturbed.run(() -> alter(reset, exactly, before));
    }

    private Outcome alter(
            ResetOffsets reset, OffsetTarget.Exactly exactly, Map<TopicPartition, Commit> before)
            throws ConnectorException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> wanted =
                exactly.offsets().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> kafkas(entry.getKey()),
                                        entry -> new OffsetAndMetadata(entry.getValue())));
        if (wanted.isEmpty()) {
            return new Outcome(Result.SUCCEEDED, 0, List.of(), Optional.empty());
        }
        AlterConsumerGroupOffsetsResult result =
                cluster.link().admin().alterConsumerGroupOffsets(reset.target(), wanted);
        cluster.link().awaitAll(wanted.keySet().stream().map(result::partitionResult).toList());
        List<StepOutcome> steps = new ArrayList<>();
        Map<OffsetTarget.TopicPartition, Long> undo = new HashMap<>();
        long done = 0;
        Optional<Problem> first = Optional.empty();
        for (TopicPartition partition :
                wanted.keySet().stream().sorted(OffsetMoves.ORDER).toList()) {
            Optional<Problem> problem =
                    switch (Answer.of(result.partitionResult(partition), reset.target())) {
                        case Answer.Given<Void> _ -> Optional.<Problem>empty();
                        case Answer.Failed<Void> failed -> Optional.of(failed.problem());
                    };
            first = first.or(() -> problem);
            Commit old = before.get(partition);
            long to = Objects.requireNonNull(wanted.get(partition)).offset();
            OptionalLong from = old == null ? OptionalLong.empty() : OptionalLong.of(old.offset());
            steps.add(
                    new StepOutcome(
                            OffsetMove.text(partition, from, to),
                            problem.isEmpty() ? 1 : 0,
                            problem));
            if (problem.isEmpty()) {
                done++;
                from.ifPresent(offset -> undo.put(ours(partition), offset));
            }
        }
        if (done == 0 && first.isPresent()) {
            throw new ConnectorException(first.get());
        }
        return new Outcome(
                first.isEmpty() ? Result.SUCCEEDED : Result.PARTIAL,
                done,
                steps,
                undo.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new ResetOffsets(
                                        reset.target(),
                                        reset.topics(),
                                        new OffsetTarget.Exactly(undo))));
    }

    /// @throws ConnectorException `NOT_FOUND` without the group; `CONFLICT` while it has members, for they would go on where
    ///     they are; `UNSUPPORTED` for a share group, which has no committed offsets of this kind
    private Map<TopicPartition, Commit> commitsOfIdleGroup(String id)
            throws ConnectorException, InterruptedException {
        Commits commits = new GroupReader(cluster.link()).read();
        GroupListing listing =
                commits.groups().stream()
                        .filter(group -> group.groupId().equals(id))
                        .filter(group -> !ProgressGroup.isOurs(id))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        KafkaProblems.exception(
                                                ProblemKind.NOT_FOUND, "group.missing", id));
        if (GroupReader.isShare(listing)) {
            throw KafkaProblems.exception(ProblemKind.UNSUPPORTED, "reset.share", id);
        }
        if (Groups.state(listing).hasMembers()) {
            throw KafkaProblems.exception(ProblemKind.CONFLICT, "reset.members", id);
        }
        Problem failure = commits.failures().get(id);
        if (failure != null) {
            throw new ConnectorException(failure);
        }
        return commits.byGroup().getOrDefault(id, Map.of());
    }

    static OffsetTarget.TopicPartition ours(TopicPartition partition) {
        return new OffsetTarget.TopicPartition(partition.topic(), partition.partition());
    }

    static TopicPartition kafkas(OffsetTarget.TopicPartition partition) {
        return new TopicPartition(partition.topic(), partition.partition());
    }
}
