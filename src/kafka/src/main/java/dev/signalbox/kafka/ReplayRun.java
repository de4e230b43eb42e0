package dev.signalbox.kafka;

import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Landing;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.kafka.LetterFeed.Fed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One replay, batch by batch: note, transaction, note.
///
/// A crash between any two of these leaves the batch in doubt and nothing else: the progress that was committed with it
/// tells later what became of it (see [Settlement]).
final class ReplayRun {
    /// After so long without an answer, it is time to look why.
    private static final Duration LONG = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final Rivals rivals;
    private final Execution execution;
    private final long total;
    private final SortedMap<String, Long> sentTo = new TreeMap<>();
    private final SortedMap<String, Long> leftOut = new TreeMap<>();
    private long sent;
    private boolean cancelled;
    private Optional<Problem> failure = Optional.empty();
    private List<Range> doubtful = List.of();

    ReplayRun(Cluster cluster, Rivals rivals, Execution execution, long total) {
        this.cluster = cluster;
        this.rivals = rivals;
        this.execution = execution;
        this.total = total;
    }

    boolean inDoubt() {
        return !doubtful.isEmpty();
    }

    void run(LetterFeed feed, TransactionalSender sender) {
        try {
            boolean more = true;
            while (more && failure.isEmpty()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                Optional<Fed> next = feed.next(LONG);
                if (next.isEmpty()) {
                    tellWhy();
                    continue;
                }
                switch (next.get()) {
                    case Fed.Batch(PreparedBatch batch) -> send(batch, sender);
                    case Fed.End(Optional<Problem> why) -> {
                        failure = why;
                        more = false;
                    }
                }
            }
        } catch (InterruptedException e) {
            cancelled = true;
        } catch (ConnectorException e) {
            failure = Optional.of(e.problem());
        }
    }

    /// It takes long: says so, where something is wrong.
    private void tellWhy() throws InterruptedException {
        cluster.link().trouble().ifPresent(execution::waiting);
    }

    private void send(PreparedBatch batch, TransactionalSender sender)
            throws ConnectorException, InterruptedException {
        batch.leftOut().forEach((reason, count) -> leftOut.merge(reason, count, Long::sum));
        if (batch.records().isEmpty()) {
            return;
        }
        while (!execution.admit(batch.records().size(), LONG)) {
            rivals.stayAlive();
        }
        Fate fate =
                Undisturbed.run(
                        () -> {
                            execution.sending(batch.letters());
                            return sender.send(batch.records(), batch.place());
                        },
                        LONG,
                        this::tellWhy);
        Fate last = persist(fate, batch, sender);
        Undisturbed.run(() -> note(last, batch, sender.landings()));
    }

    /// Sends it again while the broker is away.
    private Fate persist(Fate first, PreparedBatch batch, TransactionalSender sender)
            throws ConnectorException {
        Fate fate = first;
        Patience patience = new Patience();
        while (fate.isTransient() && rest(patience)) {
            fate = again(fate, batch, sender);
        }
        return fate;
    }

    private Fate again(Fate before, PreparedBatch batch, TransactionalSender sender)
            throws ConnectorException {
        try {
            rivals.check();
        } catch (ConnectorException e) {
            return e.problem().kind().isTransient() ? before : before.because(e.problem());
        } catch (InterruptedException e) {
            cancelled = true;
            return before;
        }
        return Undisturbed.run(
                () -> sender.sendAgain(before, batch.records(), batch.place()),
                LONG,
                this::tellWhy);
    }

    private boolean rest(Patience patience) {
        try {
            return !cancelled && patience.rest();
        } catch (InterruptedException e) {
            cancelled = true;
            return false;
        }
    }

    private boolean note(Fate fate, PreparedBatch batch, List<Landing> landings)
            throws ConnectorException {
        switch (fate) {
            case Fate.Committed _ -> {
                // Until the note is on the disk, the ledger cannot know.
                doubtful = batch.letters();
                sent += batch.records().size();
                batch.sentTo().forEach((topic, count) -> sentTo.merge(topic, count, Long::sum));
                execution.landed(landings);
                execution.sent(batch.letters());
                doubtful = List.of();
                execution.progress(sent, total);
            }
            case Fate.Aborted(Problem problem) -> {
                failure = Optional.of(problem);
                execution.notSent(batch.letters());
            }
            case Fate.InDoubt(Problem problem) -> {
                doubtful = batch.letters();
                failure = Optional.of(problem);
            }
        }
        return failure.isEmpty();
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
        leftOut.forEach(
                (reason, count) ->
                        steps.add(
                                new StepOutcome(
                                        KafkaTexts.get("replay.left-out", count),
                                        0,
                                        Optional.of(
                                                new Problem(
                                                        ProblemKind.NOT_FOUND,
                                                        reason,
                                                        KafkaTexts.get(
                                                                "replay.left-out.remedy"))))));
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
