package dev.signalbox.kafka;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action.PurgeDestination;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/// Removes messages from the start of partitions: the one way in which Kafka removes any (`DeleteRecords`, key 21).
///
/// Needs READ and DELETE on the topic.
final class PurgeAction {
    /// Up to here the messages are counted one by one.
    private static final long COUNTED = 5_000;

    private final Cluster cluster;

    PurgeAction(Cluster cluster) {
        this.cluster = cluster;
    }

    Plan plan(PurgeDestination purge) throws ConnectorException, InterruptedException {
        PlanDraft draft = new PlanDraft(cluster.id(), cluster.clock().instant(), KafkaTexts::get);
        Target target = cluster.writable(purge.target());
        if (!target.config().deletes()) {
            throw KafkaProblems.exception(
                    ProblemKind.UNSUPPORTED, "purge.compacted", purge.target());
        }
        TopicExtent extent = TopicExtent.read(cluster.link(), purge.target());
        List<Range> ranges = fromTheStart(extent, purge.selection());
        Effect effect = count(extent, ranges, draft);
        warnOfReaders(draft, purge.target(), ranges);
        noteOpenTransactions(draft, extent, ranges);
        return draft.plan(
                new PurgeDestination(purge.target(), new MessageSelection.Ranges(ranges)),
                effect,
                Reversal.BACKUP);
    }

    Outcome execute(PurgeDestination purge, Execution execution)
            throws ConnectorException, InterruptedException {
        TopicExtent extent = TopicExtent.read(cluster.link(), purge.target());
        if (!(purge.selection() instanceof MessageSelection.Ranges(List<Range> frozen))) {
            throw new IllegalStateException("a plan that is not frozen: " + purge.selection());
        }
        for (Range range : frozen) {
            if (extent.held(range.partition()).map(Range::to).orElse(0L) < range.to()) {
                throw KafkaProblems.exception(
                        ProblemKind.CONFLICT, "purge.shorter", purge.target(), range.partition());
            }
        }
        List<Range> ranges = fromTheStart(extent, purge.selection());
        return new PurgeRun(cluster, extent, ranges, execution).run();
    }

    /// @throws ConnectorException `UNSUPPORTED` for any other set than the oldest messages of partitions
    private static List<Range> fromTheStart(TopicExtent extent, MessageSelection selection)
            throws ConnectorException {
        return switch (selection) {
            case MessageSelection.All _ -> LetterRanges.joined(extent.held());
            case MessageSelection.Ranges(List<Range> wanted) -> {
                List<Range> ranges = KafkaBrowser.within(extent, wanted);
                for (Range range : ranges) {
                    if (extent.held(range.partition()).orElseThrow().from() != range.from()) {
                        throw notFromTheStart(extent.name());
                    }
                }
                yield ranges;
            }
            case MessageSelection.Ids(List<MessageId> ids) ->
                    fromTheStart(extent, new MessageSelection.Ranges(KafkaBrowser.rangesOf(ids)));
            case MessageSelection.Newest _, MessageSelection.Since _ ->
                    throw notFromTheStart(extent.name());
        };
    }

    private static ConnectorException notFromTheStart(String topic) {
        return KafkaProblems.exception(ProblemKind.UNSUPPORTED, "purge.not-from-start", topic);
    }

    private Effect count(TopicExtent extent, List<Range> ranges, PlanDraft draft)
            throws ConnectorException, InterruptedException {
        long offsets = LetterRanges.count(ranges);
        boolean exact = offsets <= COUNTED;
        Map<Integer, Long> counts = new TreeMap<>();
        long bytes = 0;
        int toRead = exact ? Integer.MAX_VALUE : 5;
        try (RangeStream stream = cluster.browser().read(extent, ranges)) {
            for (int read = 0; read < toRead; read++) {
                Optional<Message> message = stream.next();
                if (message.isEmpty()) {
                    break;
                }
                draft.show(message.get());
                counts.merge(message.get().id().partition(), 1L, Long::sum);
                bytes += message.get().size();
            }
        }
        long count = 0;
        for (Range range : ranges) {
            long here = exact ? counts.getOrDefault(range.partition(), 0L) : range.length();
            draft.step(
                    KafkaTexts.get(
                            "purge.step",
                            new TopicPartition(extent.name(), range.partition()),
                            Long.toString(range.to())),
                    here);
            count += here;
        }
        if (!exact) {
            draft.note("purge-upper-bound", count);
        }
        return new Effect(
                Unit.MESSAGES, count, exact, exact ? OptionalLong.of(bytes) : OptionalLong.empty());
    }

    private void warnOfReaders(PlanDraft draft, String topic, List<Range> ranges)
            throws ConnectorException, InterruptedException {
        Commits commits = new GroupReader(cluster.link()).read();
        commits.readersOf(topic)
                .forEach(
                        (group, committed) -> {
                            long unread = 0;
                            for (Range range : ranges) {
                                Commit commit =
                                        committed.get(new TopicPartition(topic, range.partition()));
                                if (commit != null) {
                                    unread +=
                                            Math.max(
                                                    0,
                                                    range.to()
                                                            - Math.max(
                                                                    range.from(), commit.offset()));
                                }
                            }
                            if (unread > 0) {
                                draft.warning("purge-unread", group, unread);
                            }
                        });
    }

    private void noteOpenTransactions(PlanDraft draft, TopicExtent extent, List<Range> ranges)
            throws ConnectorException, InterruptedException {
        List<TopicPartition> partitions =
                ranges.stream()
                        .filter(
                                range ->
                                        extent.held(range.partition()).orElseThrow().to()
                                                == range.to())
                        .map(range -> new TopicPartition(extent.name(), range.partition()))
                        .toList();
        Offsets ends =
                new OffsetReader(cluster.link())
                        .askEnds(cluster.link().admin(), partitions)
                        .await();
        long open = 0;
        for (TopicPartition partition : partitions) {
            long stable = extent.held(partition.partition()).orElseThrow().to();
            open += Math.max(0, ends.endOf(partition).value().orElse(stable) - stable);
        }
        if (open > 0) {
            draft.note("purge-open-transaction", open);
        }
    }
}
