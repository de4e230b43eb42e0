package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.rabbitmq.LetterRouter.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one look at the letters of a queue found: where each of them goes.
///
/// A plan is planned again before it is carried out. Its frozen letters were looked at a moment ago; another look would
/// take all of them out of the queue once more, and cost each a delivery where those are counted.
final class LetterLook {
    /// Older than this nobody carries a plan out without making it again.
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final int SAMPLE = 5;

    private final ReplayDeadLetters replay;
    private final Instant at;
    private final SequencedMap<Long, Goal> routed = new LinkedHashMap<>();
    private final Set<String> exchanges = new HashSet<>();
    private final SortedMap<String, Long> gone = new TreeMap<>();
    private final List<Message> sample = new ArrayList<>();
    private long noOrigin;
    private long notEditable;
    private long read;
    private boolean more;

    /// @param target for people
    /// @param bytes of the letter's body
    private record Goal(String target, long bytes) {}

    private LetterLook(ReplayDeadLetters replay, Instant at) {
        this.replay = replay;
        this.at = at;
    }

    static LetterLook take(
            ReplayDeadLetters replay, Server server, QueueFacts queue, LetterRouter router)
            throws ConnectorException, InterruptedException {
        LetterLook look = new LetterLook(replay, server.clock().instant());
        Survey survey = new Survey(server, queue);
        survey.read(replay.selection(), taken -> look.see(taken, router));
        look.more = survey.more();
        look.read = survey.count();
        return look;
    }

    private void see(Taken letter, LetterRouter router)
            throws ConnectorException, InterruptedException {
        if (sample.size() < SAMPLE) {
            Message before = Messages.message(replay.target(), letter);
            sample.add(replay.edits().applyTo(before.id(), before).orElse(before));
        }
        switch (router.route(letter)) {
            case Route.Copy copy -> {
                routed.put(letter.position(), new Goal(copy.target(), letter.size()));
                exchanges.add(copy.message().exchange());
            }
            case Route.NoOrigin _ -> noOrigin++;
            case Route.NotEditable _ -> notEditable++;
            case Route.NoTarget(String exchange) -> gone.merge(exchange, 1L, Long::sum);
        }
    }

    /// The same for some of these letters, where all of them were seen, a moment ago, on their way to the same place.
    Optional<LetterLook> of(ReplayDeadLetters part, Instant now) {
        if (!(part.selection() instanceof MessageSelection.Ranges(List<Range> ranges))
                || !part.target().equals(replay.target())
                || !part.to().equals(replay.to())
                || !part.edits().equals(replay.edits())
                || part.asIs() != replay.asIs()
                || at.plus(FRESH).isBefore(now)) {
            return Optional.empty();
        }
        LetterLook look = new LetterLook(part, at);
        for (Range range : ranges) {
            Goal goal = routed.get(range.from());
            if (range.length() != 1 || goal == null) {
                return Optional.empty();
            }
            look.routed.put(range.from(), goal);
        }
        look.exchanges.addAll(exchanges);
        look.sample.addAll(
                sample.stream()
                        .filter(message -> look.routed.containsKey(message.id().position()))
                        .toList());
        look.read = read;
        look.more = more;
        return Optional.of(look);
    }

    /// Positions of the letters that have somewhere to go, in the order of the queue.
    List<Long> routed() {
        return List.copyOf(routed.keySet());
    }

    /// How much they hold.
    long bytes() {
        return routed.values().stream().mapToLong(Goal::bytes).sum();
    }

    /// Exchanges they go through.
    Set<String> exchanges() {
        return exchanges;
    }

    /// How many messages were in the queue, as far as it was read.
    long read() {
        return read;
    }

    /// Whether the queue goes on behind what was read.
    boolean more() {
        return more;
    }

    void tell(PlanDraft draft) {
        sample.forEach(draft::show);
        SortedMap<String, Long> counts = new TreeMap<>();
        routed.values().forEach(goal -> counts.merge(goal.target(), 1L, Long::sum));
        counts.forEach(
                (target, count) -> draft.step(RabbitTexts.get("replay.step", target), count));
        if (noOrigin > 0) {
            draft.warning("replay-no-origin", noOrigin);
        }
        if (notEditable > 0) {
            draft.warning("replay-not-editable", notEditable);
        }
        gone.forEach((exchange, count) -> draft.warning("replay-no-target", exchange, count));
        draft.note("replay-at-least-once", ReplayRun.UNDER_WAY);
    }
}
