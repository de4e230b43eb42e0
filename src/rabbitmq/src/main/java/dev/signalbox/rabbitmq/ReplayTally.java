package dev.signalbox.rabbitmq;

import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of the letters of one replay, in numbers.
final class ReplayTally {
    private final SortedMap<String, Long> sentTo = new TreeMap<>();
    private final SortedMap<String, Long> leftOut = new TreeMap<>();
    private long sent;
    private long doubtful;
    private long admitted;
    private long readmitted;
    private boolean cancelled;
    private Optional<Problem> failure = Optional.empty();
    private Optional<Problem> doubt = Optional.empty();

    void sent(String target) {
        sentTo.merge(target, 1L, Long::sum);
        sent++;
    }

    long sent() {
        return sent;
    }

    void leftOut(String reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    void leftOut(String reason, long count) {
        leftOut.merge(reason, count, Long::sum);
    }

    /// @param why nobody can tell whether it was sent
    void doubtful(Problem why) {
        doubtful++;
        doubt = doubt.or(() -> Optional.of(why));
    }

    /// So many letters were let on.
    void admitted(long count) {
        long before = Math.min(readmitted, count);
        readmitted -= before;
        admitted += count - before;
    }

    /// One that was let on was not sent, and may be tried again.
    void neverLeft() {
        readmitted++;
    }

    /// Letters that were let on, those aside that may be tried again.
    long done() {
        return admitted - readmitted;
    }

    /// How many of so many have to be let on first.
    int toAdmit(int letters) {
        return (int) Math.max(0, letters - readmitted);
    }

    /// So many letters were planned, and there are no more: of the rest nothing was found. Two letters may be equal, and
    /// which of them was sent before nobody can tell then.
    void expected(long planned) {
        long found = sent + doubtful + leftOut.values().stream().mapToLong(it -> it).sum();
        if (found < planned) {
            leftOut(RabbitTexts.get("replay.not-found-again"), planned - found);
        }
    }

    boolean isCancelled() {
        return cancelled;
    }

    void cancelled() {
        cancelled = true;
    }

    /// The first problem says most; others follow from it.
    void failed(Problem problem) {
        failure = failure.or(() -> Optional.of(problem));
    }

    /// Why nothing at all was done.
    Optional<Problem> onlyFailed() {
        return sent == 0 && doubtful == 0 ? failure : Optional.empty();
    }

    Outcome outcome() {
        List<StepOutcome> steps = new ArrayList<>();
        sentTo.forEach(
                (target, count) ->
                        steps.add(
                                new StepOutcome(
                                        RabbitTexts.get("replay.step", target),
                                        count,
                                        Optional.empty())));
        leftOut.forEach(
                (reason, count) ->
                        steps.add(
                                new StepOutcome(
                                        RabbitTexts.get("replay.left-out", count),
                                        0,
                                        Optional.of(
                                                new Problem(
                                                        ProblemKind.NOT_FOUND,
                                                        reason,
                                                        RabbitTexts.get(
                                                                "replay.left-out.remedy"))))));
        if (doubtful > 0) {
            steps.add(
                    new StepOutcome(
                            RabbitTexts.get("replay.doubtful", doubtful),
                            0,
                            failure.or(() -> doubt)));
        } else if (failure.isPresent()) {
            steps.add(new StepOutcome(RabbitTexts.get("replay.stopped"), 0, failure));
        }
        return new Outcome(result(), sent, steps, Optional.empty());
    }

    private Result result() {
        if (failure.isPresent() || doubtful > 0) {
            return Result.PARTIAL;
        }
        if (cancelled) {
            return Result.CANCELLED;
        }
        return leftOut.isEmpty() ? Result.SUCCEEDED : sent > 0 ? Result.PARTIAL : Result.FAILED;
    }
}
