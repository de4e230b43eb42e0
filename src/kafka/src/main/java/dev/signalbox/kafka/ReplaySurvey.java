package dev.signalbox.kafka;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.port.PlanProgress;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.kafka.LetterRouter.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Reads the letters of a replay beforehand: where each would go, and what the operator should know.
///
/// Up to [#READ] letters a first look reads one by one; where there are more, its count is an upper bound, and
/// [#readAll] looks at all of them, one at a time.
final class ReplaySurvey {
    static final int READ = 10_000;

    private static final int TELL_EVERY = 1_000;

    private final Cluster cluster;
    private final TopicExtent extent;
    private final ReplayDeadLetters replay;
    private final PlanDraft draft;
    private final RangeCollector routed = new RangeCollector();
    private final SortedMap<String, TargetTally> tallies = new TreeMap<>();
    private final SortedMap<String, Long> withoutTarget = new TreeMap<>();
    private final SortedMap<String, Long> tooLarge = new TreeMap<>();
    private final SortedMap<String, Long> pastRetention = new TreeMap<>();
    private long read;

    /// What was to be read, where that was more than was read.
    private List<Range> all = List.of();

    private long noOrigin;
    private long notEditable;
    private long bytes;

    ReplaySurvey(Cluster cluster, TopicExtent extent, ReplayDeadLetters replay, PlanDraft draft) {
        this.cluster = cluster;
        this.extent = extent;
        this.replay = replay;
        this.draft = draft;
    }

    /// Reads up to [#READ] letters of many.
    void read() throws ConnectorException, InterruptedException {
        switch (replay.selection()) {
            case MessageSelection.All _ -> read(extent.held());
            case MessageSelection.Ranges(List<Range> ranges) ->
                    read(KafkaBrowser.within(extent, ranges));
            // A set that somebody has picked is small, and times are known once all of it is read.
            case MessageSelection.Newest _, MessageSelection.Ids _, MessageSelection.Since _ ->
                    read(Long.MAX_VALUE, 0, PlanProgress.NONE);
        }
    }

    /// Reads all letters of ranges that [#read] has only begun to read.
    void readAll(PlanProgress progress) throws ConnectorException, InterruptedException {
        if (!(replay.selection() instanceof MessageSelection.Ranges(List<Range> ranges))) {
            throw new IllegalStateException("a plan that is not frozen: " + replay.selection());
        }
        long total = LetterRanges.count(KafkaBrowser.within(extent, ranges));
        read(Long.MAX_VALUE, total, progress);
    }

    private void read(List<Range> candidates) throws ConnectorException, InterruptedException {
        if (!read(READ, 0, PlanProgress.NONE)) {
            all = candidates;
        }
    }

    /// Reads up to `limit` letters.
    ///
    /// @return whether that was all
    private boolean read(long limit, long total, PlanProgress progress)
            throws ConnectorException, InterruptedException {
        try (LetterRouter router = new LetterRouter(cluster, replay, UUID.randomUUID());
                MessageStream stream =
                        cluster.browser().browse(extent, replay.selection(), Long.MAX_VALUE)) {
            for (read = 0; read < limit; read++) {
                if (read % TELL_EVERY == 0) {
                    progress.read(read, total);
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
                Optional<Message> letter = stream.next();
                if (letter.isEmpty()) {
                    return true;
                }
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

    /// The letters as exact ranges; those left out are not in them, unless there are more than were read.
    List<Range> frozen() {
        return exact() ? routed.ranges() : LetterRanges.joined(all);
    }

    boolean exact() {
        return all.isEmpty();
    }

    long count() {
        return tallies.values().stream().mapToLong(TargetTally::count).sum() + notRead();
    }

    /// An upper bound.
    private long notRead() {
        return exact() ? 0 : Math.max(0, LetterRanges.count(all) - read);
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
            draft.step(KafkaTexts.get("replay.step-not-read"), notRead());
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
