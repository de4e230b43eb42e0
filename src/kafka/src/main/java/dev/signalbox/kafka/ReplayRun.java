package dev.signalbox.kafka;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.kafka.LetterRouter.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/// One replay, batch by batch: note, transaction, note.
///
/// A crash between any two of these leaves the batch in doubt and nothing else: the progress that was committed with it
/// tells later what became of it (see [Settlement]).
final class ReplayRun {
    private final Cluster cluster;
    private final LetterRouter router;
    private final Execution execution;
    private final long total;
    private final SortedMap<String, Long> sentTo = new TreeMap<>();
    private final SortedMap<String, Long> leftOut = new TreeMap<>();
    private long sent;
    private boolean cancelled;
    private Optional<Problem> failure = Optional.empty();
    private List<Range> doubtful = List.of();

    ReplayRun(Cluster cluster, LetterRouter router, Execution execution, long total) {
        this.cluster = cluster;
        this.router = router;
        this.execution = execution;
        this.total = total;
    }

    boolean inDoubt() {
        return !doubtful.isEmpty();
    }

    void run(RangeStream stream, TransactionalSender sender) {
        try {
            Batches batches = new Batches(stream, cluster.batch());
            List<Message> batch = batches.next();
            while (!batch.isEmpty() && failure.isEmpty()) {
                if (Thread.interrupted()) {
                    cancelled = true;
                    return;
                }
                send(batch, sender);
                batch = failure.isEmpty() ? batches.next() : List.of();
            }
        } catch (InterruptedException e) {
            cancelled = true;
        } catch (ConnectorException e) {
            failure = Optional.of(e.problem());
        }
    }

    private void send(List<Message> batch, TransactionalSender sender)
            throws ConnectorException, InterruptedException {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        RangeCollector letters = new RangeCollector();
        Map<TopicPartition, Long> place = new HashMap<>();
        for (Message letter : batch) {
            switch (router.route(letter)) {
                case Route.Copy copy -> {
                    records.add(copy.record());
                    letters.add(letter.id());
                    place.put(
                            new TopicPartition(letter.id().destination(), letter.id().partition()),
                            letter.id().position() + 1);
                }
                case Route.NoOrigin _ -> leaveOut(KafkaTexts.get("replay.no-origin"));
                case Route.NoTarget(String topic) ->
                        leaveOut(KafkaTexts.get("replay.no-target", topic));
                case Route.TooLarge(Target target) ->
                        leaveOut(KafkaTexts.get("replay.too-large", target.topic()));
            }
        }
        if (!records.isEmpty()) {
            Undisturbed.run(() -> send(records, letters.ranges(), place, sender));
        }
    }

    private void leaveOut(String reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    private boolean send(
            List<ProducerRecord<byte[], byte[]>> records,
            List<Range> letters,
            Map<TopicPartition, Long> place,
            TransactionalSender sender)
            throws ConnectorException {
        execution.sending(letters);
        switch (sender.send(records, place)) {
            case Fate.Committed _ -> {
                // Until the note is on the disk, the ledger cannot know.
                doubtful = letters;
                sent += records.size();
                records.forEach(record -> sentTo.merge(record.topic(), 1L, Long::sum));
                execution.sent(letters);
                doubtful = List.of();
                execution.progress(sent, total);
            }
            case Fate.Aborted(Problem problem) -> {
                failure = Optional.of(problem);
                execution.notSent(letters);
            }
            case Fate.InDoubt(Problem problem) -> {
                doubtful = letters;
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
