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
    private boolean cancelled;
    private Optional<Problem> failure = Optional.empty();

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

    void doubtful() {
        doubtful++;
    }

    void cancelled() {
        cancelled = true;
    }

    /// The first problem says most; others follow from it.
    void failed(Problem problem) {
        failure = failure.or(() -> Optional.of(problem));
    }

    boolean hasFailed() {
        return failure.isPresent();
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
        failure.ifPresent(
                problem ->
                        steps.add(
                                new StepOutcome(
                                        doubtful > 0
                                                ? RabbitTexts.get("replay.doubtful", doubtful)
                                                : RabbitTexts.get("replay.stopped"),
                                        0,
                                        Optional.of(problem))));
        return new Outcome(result(), sent, steps, Optional.empty());
    }

    private Result result() {
        if (failure.isPresent()) {
            return Result.PARTIAL;
        }
        if (cancelled) {
            return Result.CANCELLED;
        }
        return leftOut.isEmpty() ? Result.SUCCEEDED : sent > 0 ? Result.PARTIAL : Result.FAILED;
    }
}
