package dev.signalbox.rabbitmq;

import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.rabbitmq.LetterRouter.Route;
import dev.signalbox.rabbitmq.Publisher.Answer;
import dev.signalbox.rabbitmq.Publisher.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One replay, batch by batch: note, publish and wait for the confirms, note, acknowledge.
///
/// A crash before the first note or after the acknowledgement leaves no doubt. Between the two the letters of one batch are
/// in doubt: they are in the queue again, the ledger knows them, and the next replay leaves them out and says so.
final class ReplayRun {
    /// After so long of waiting to be let on, it is time to look whether the letters are still in hand.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Held held;
    private final Publisher publisher;
    private final LetterRouter router;
    private final Execution execution;
    private final Keeper keeper;
    private final long total;
    private final SortedMap<String, Long> sentTo = new TreeMap<>();
    private final SortedMap<String, Long> leftOut = new TreeMap<>();
    private long sent;
    private int doubtful;
    private boolean cancelled;
    private Optional<Problem> failure = Optional.empty();

    /// Keeps letters as they are, before anything of them is sent.
    interface Keeper {
        void keep(List<Taken> letters) throws ConnectorException;
    }

    /// A letter with its copy.
    private record Pair(Taken letter, Route.Copy copy) {}

    ReplayRun(
            Held held,
            Publisher publisher,
            LetterRouter router,
            Execution execution,
            Keeper keeper,
            long total) {
        this.held = held;
        this.publisher = publisher;
        this.router = router;
        this.execution = execution;
        this.keeper = keeper;
        this.total = total;
    }

    void run(Batches batches) {
        try {
            List<Taken> batch = batches.next(execution.largestBatch(0));
            long admitted = 0;
            while (!batch.isEmpty() && failure.isEmpty()) {
                if (Thread.interrupted()) {
                    cancelled = true;
                    return;
                }
                List<Pair> pairs = route(batch);
                if (!pairs.isEmpty()) {
                    while (!execution.admit(pairs.size(), PATIENCE)) {
                        held.check();
                    }
                    admitted += pairs.size();
                    Undisturbed.run(() -> send(pairs));
                }
                batch =
                        failure.isEmpty()
                                ? batches.next(execution.largestBatch(admitted))
                                : List.of();
            }
        } catch (InterruptedException e) {
            cancelled = true;
        } catch (ConnectorException e) {
            failure = Optional.of(e.problem());
        }
    }

    private List<Pair> route(List<Taken> batch) throws ConnectorException, InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        for (Taken letter : batch) {
            switch (router.route(letter)) {
                case Route.Copy copy -> pairs.add(new Pair(letter, copy));
                case Route.NoOrigin _ -> leaveOut(RabbitTexts.get("replay.no-origin"));
                case Route.NotEditable _ -> leaveOut(RabbitTexts.get("replay.not-editable"));
                case Route.NoTarget(String exchange) ->
                        leaveOut(RabbitTexts.get("replay.no-target", exchange));
            }
        }
        return pairs;
    }

    private void leaveOut(String reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    private boolean send(List<Pair> pairs) throws ConnectorException, InterruptedException {
        keeper.keep(pairs.stream().map(Pair::letter).toList());
        execution.sending(Chosen.ranges(pairs.stream().map(Pair::letter).toList()));
        Answer answer = publisher.send(pairs.stream().map(pair -> pair.copy().message()).toList());
        List<Taken> confirmed = new ArrayList<>();
        List<Taken> notSent = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            switch (answer.fates().get(i)) {
                case Fate.CONFIRMED -> {
                    confirmed.add(pair.letter());
                    sentTo.merge(pair.copy().target(), 1L, Long::sum);
                }
                case Fate.RETURNED -> {
                    notSent.add(pair.letter());
                    leaveOut(RabbitTexts.get("replay.returned", pair.copy().target()));
                }
                case Fate.REFUSED -> {
                    notSent.add(pair.letter());
                    leaveOut(RabbitTexts.get("replay.refused", pair.copy().target()));
                }
                case Fate.UNKNOWN -> doubtful++;
            }
        }
        failure = answer.problem();
        note(confirmed, notSent);
        return true;
    }

    /// Whatever becomes of the notes: what the server has leaves its queue, or it would be sent again.
    private void note(List<Taken> confirmed, List<Taken> notSent) throws ConnectorException {
        try {
            execution.notSent(Chosen.ranges(notSent));
            execution.sent(Chosen.ranges(confirmed));
        } finally {
            for (Taken letter : confirmed) {
                held.acknowledge(letter);
            }
            held.settle();
            sent += confirmed.size();
        }
        execution.progress(sent, total);
    }

    /// @throws ConnectorException when nothing was sent, and why
    Outcome outcome() throws ConnectorException {
        if (failure.isPresent() && sent == 0 && doubtful == 0) {
            throw new ConnectorException(failure.get());
        }
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
