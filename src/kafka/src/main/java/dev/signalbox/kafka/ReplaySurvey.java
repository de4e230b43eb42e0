package dev.signalbox.kafka;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.kafka.LetterRouter.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Reads the letters of a replay beforehand: where each would go, and what the operator should know.
///
/// Of a whole topic up to [#READ] letters are read one by one. What lies behind them is taken as it is, and each letter
/// decided on when its turn comes; the count is an upper bound then.
final class ReplaySurvey {
    static final int READ = 10_000;

    private final Cluster cluster;
    private final TopicExtent extent;
    private final ReplayDeadLetters replay;
    private final PlanDraft draft;
    private final RangeCollector routed = new RangeCollector();
    private final SortedMap<String, TargetTally> tallies = new TreeMap<>();
    private final SortedMap<String, Long> withoutTarget = new TreeMap<>();
    private final SortedMap<String, Long> tooLarge = new TreeMap<>();
    private final SortedMap<String, Long> pastRetention = new TreeMap<>();
    private List<Range> notRead = List.of();
    private long noOrigin;
    private long notEditable;
    private long bytes;

    ReplaySurvey(Cluster cluster, TopicExtent extent, ReplayDeadLetters replay, PlanDraft draft) {
        this.cluster = cluster;
        this.extent = extent;
        this.replay = replay;
        this.draft = draft;
    }

    void read() throws ConnectorException, InterruptedException {
        switch (replay.selection()) {
            case MessageSelection.All _ -> read(extent.held());
            case MessageSelection.Since(Instant from) -> read(extent.since(cluster.link(), from));
            case MessageSelection.Ranges(List<Range> ranges) ->
                    read(KafkaBrowser.within(extent, ranges));
            // A set that somebody has picked is small, and read as a whole.
            case MessageSelection.Newest _, MessageSelection.Ids _ ->
                    read(Long.MAX_VALUE, new HashMap<>());
        }
    }

    private void read(List<Range> candidates) throws ConnectorException, InterruptedException {
        Map<Integer, Long> next = new HashMap<>();
        if (!read(READ, next)) {
            List<Range> seen = new ArrayList<>();
            next.forEach((partition, offset) -> seen.add(new Range(partition, 0, offset)));
            notRead = LetterRanges.without(candidates, seen);
        }
    }

    /// Reads up to `limit` letters.
    ///
    /// @param next filled with the offset behind the last one read, by partition
    /// @return whether that was all
    private boolean read(long limit, Map<Integer, Long> next)
            throws ConnectorException, InterruptedException {
        try (LetterRouter router = new LetterRouter(cluster, replay, UUID.randomUUID());
                MessageStream stream =
                        cluster.browser().browse(extent, replay.selection(), Long.MAX_VALUE)) {
            for (long read = 0; read < limit; read++) {
                Optional<Message> letter = stream.next();
                if (letter.isEmpty()) {
                    return true;
                }
                MessageId id = letter.get().id();
                next.put(id.partition(), id.position() + 1);
                add(letter.get(), router.route(letter.get()));
            }
        }
        return false;
    }

    private void add(Message letter, Route route) {
        switch (route) {
            case Route.Copy copy -> {
                routed.add(letter.id());
                bytes += letter.size();
                draft.show(replay.edits().applyTo(letter.id(), letter).orElse(letter));
                tallies.computeIfAbsent(
                                copy.target().topic(),
                                _ -> new TargetTally(copy.target(), draft.madeAt()))
                        .add(copy);
            }
            case Route.NoOrigin _ -> noOrigin++;
            case Route.NotEditable _ -> notEditable++;
            case Route.NoTarget(String topic) -> withoutTarget.merge(topic, 1L, Long::sum);
            case Route.PastRetention(String topic) -> pastRetention.merge(topic, 1L, Long::sum);
            case Route.TooLarge(Target target) -> tooLarge.merge(target.topic(), 1L, Long::sum);
        }
    }

    /// The letters as exact ranges; those left out are not in them.
    List<Range> frozen() {
        List<Range> all = new ArrayList<>(routed.ranges());
        all.addAll(notRead);
        return LetterRanges.joined(all);
    }

    boolean exact() {
        return notRead.isEmpty();
    }

    long count() {
        return tallies.values().stream().mapToLong(TargetTally::count).sum()
                + LetterRanges.count(notRead);
    }

    long bytes() {
        return bytes;
    }

    /// Writes steps and hazards into the draft.
    void tell() throws ConnectorException, InterruptedException {
        Commits commits = new GroupReader(cluster.link()).read();
        Readers readers = new Readers(commits);
        tallies.values().forEach(tally -> tally.tell(draft, readers));
        if (!exact()) {
            draft.step(KafkaTexts.get("replay.step-not-read"), LetterRanges.count(notRead));
            draft.note("replay-upper-bound", READ);
        }
        if (noOrigin > 0) {
            draft.warning("replay-no-origin", noOrigin);
        }
        if (notEditable > 0) {
            draft.warning("replay-not-editable", notEditable);
        }
        withoutTarget.forEach((topic, count) -> draft.warning("replay-no-target", count, topic));
        pastRetention.forEach(
                (topic, count) -> draft.warning("replay-past-retention", count, topic));
        tooLarge.forEach((topic, count) -> draft.warning("replay-too-large", count, topic));
        Set<String> unfinished = commits.replaysOf(extent.name());
        if (!unfinished.isEmpty()) {
            draft.warning("replay-unfinished", String.join(", ", unfinished));
        }
        draft.note("exactly-once");
        draft.note("replay-letters-stay", extent.name());
    }
}
