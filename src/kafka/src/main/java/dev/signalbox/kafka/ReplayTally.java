package dev.signalbox.kafka;

import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What has become of a replay so far, and what is to be told of it at its end.
final class ReplayTally {
    private final SortedMap<String, Long> sentTo = new TreeMap<>();
    private final SortedMap<String, Long> leftOut = new TreeMap<>();
    private long sent;
    private boolean cancelled;
    private Optional<Problem> failure = Optional.empty();
    private List<Range> doubtful = List.of();

    void leftOut(SortedMap<String, Long> more) {
        more.forEach((reason, count) -> leftOut.merge(reason, count, Long::sum));
    }

    void sent(SortedMap<String, Long> more) {
        more.forEach(
                (topic, count) -> {
                    sentTo.merge(topic, count, Long::sum);
                    sent += count;
                });
    }

    /// The first one counts.
    void failed(Problem problem) {
        failure = failure.or(() -> Optional.of(problem));
    }

    void cancelled() {
        cancelled = true;
    }

    /// Of these nobody knows whether they were sent; none when it is known of all.
    void doubtful(List<Range> letters) {
        doubtful = List.copyOf(letters);
    }

    long sent() {
        return sent;
    }

    boolean inDoubt() {
        return !doubtful.isEmpty();
    }

    boolean isOver() {
        return cancelled || failure.isPresent();
    }

    /// @throws ConnectorException when nothing was sent, and why
    Outcome outcome() throws ConnectorException {
        if (failure.isPresent() && sent == 0 && !inDoubt()) {
            throw new ConnectorException(failure.get());
        }
        List<StepOutcome> steps = new ArrayList<>();
        sentTo.forEach(
                (topic, count) ->
                        steps.add(
                                new StepOutcome(
                                        KafkaTexts.get("replay.step", topic),
                                        count,
                                        Optional.empty())));
        leftOut.forEach((reason, count) -> steps.add(leftOut(reason, count)));
        failure.ifPresent(
                problem ->
                        steps.add(
                                new StepOutcome(
                                        inDoubt()
                                                ? KafkaTexts.get("replay.doubtful", doubtful)
                                                : KafkaTexts.get("replay.stopped"),
                                        0,
                                        Optional.of(problem))));
        return new Outcome(result(), sent, steps, Optional.empty());
    }

    private static StepOutcome leftOut(String reason, long count) {
        return new StepOutcome(
                KafkaTexts.get("replay.left-out", count),
                0,
                Optional.of(
                        new Problem(
                                ProblemKind.NOT_FOUND,
                                reason,
                                KafkaTexts.get("replay.left-out.remedy"))));
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
