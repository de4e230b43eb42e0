package dev.signalbox.core.metrics;

import dev.signalbox.core.metrics.Derived.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lag of one group over the last while, and what it means.
final class LagWindow {
    /// A pause between two commits that was longer than this was no habit but an incident.
    private static final Duration LONGEST_HABIT = Duration.ofMinutes(5);

    private final Duration judgement;
    private final Deque<Look> looks = new ArrayDeque<>();
    private Instant idleSince = Instant.EPOCH;
    private Duration habit = Duration.ZERO;

    private record Look(Instant at, long lag) {}

    LagWindow(Duration judgement) {
        this.judgement = judgement;
    }

    /// @param moved whether a committed offset has changed since the last look
    void look(Instant at, long lag, boolean moved) {
        boolean waiting = !looks.isEmpty() && looks.getLast().lag() > 0;
        if (moved && waiting) {
            Duration pause = Duration.between(idleSince, at);
            habit = pause.compareTo(LONGEST_HABIT) > 0 ? LONGEST_HABIT : pause;
        }
        if (moved || !waiting) {
            idleSince = at;
        }
        looks.addLast(new Look(at, lag));
        // One look stays that is as old as the window, so that the window is full.
        Instant before = at.minus(judgement);
        while (looks.size() > Windows.POLLS_TO_JUDGE && !second().at().isAfter(before)) {
            looks.removeFirst();
        }
    }

    /// Begins anew: what comes next cannot be compared with what was.
    void restart() {
        looks.clear();
    }

    /// For how long a commit may be missing before something stands still: twice as long as it usually takes, and never
    /// less than the window.
    Duration patience() {
        Duration twice = habit.multipliedBy(2);
        return twice.compareTo(judgement) > 0 ? twice : judgement;
    }

    /// @param partStandsStill whether a partition with lag has not moved for longer than the patience
    Verdict verdict(boolean partStandsStill) {
        @Nullable Look last = looks.peekLast();
        if (last == null
                || looks.size() < Windows.POLLS_TO_JUDGE
                || span().compareTo(judgement) < 0) {
            return Verdict.UNKNOWN;
        }
        if (last.lag() == 0) {
            return Verdict.OK;
        }
        if (Duration.between(idleSince, last.at()).compareTo(patience()) >= 0) {
            return Verdict.STALLED;
        }
        return partStandsStill || growsThroughout() ? Verdict.WARN : Verdict.OK;
    }

    /// When the lag will be gone if it goes on shrinking as over the window.
    Optional<Duration> timeToDrain() {
        if (looks.isEmpty()) {
            return Optional.empty();
        }
        long lag = looks.getLast().lag();
        if (lag == 0) {
            return Optional.of(Duration.ZERO);
        }
        long shrunk = looks.getFirst().lag() - lag;
        if (shrunk <= 0 || span().compareTo(judgement.dividedBy(2)) < 0) {
            return Optional.empty();
        }
        return Optional.of(Seconds.duration(lag * Seconds.of(span()) / shrunk));
    }

    /// Never zero, never less than before, and more at the end: zero means that it was caught up with in between.
    private boolean growsThroughout() {
        long before = looks.getFirst().lag();
        if (before == 0) {
            return false;
        }
        for (Look look : looks) {
            if (look.lag() < before) {
                return false;
            }
            before = look.lag();
        }
        return before > looks.getFirst().lag();
    }

    private Duration span() {
        return Duration.between(looks.getFirst().at(), looks.getLast().at());
    }

    private Look second() {
        var each = looks.iterator();
        each.next();
        return each.next();
    }
}
