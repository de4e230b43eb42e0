package dev.signalbox.kafka;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/// One restore, batch by batch. How many messages of the backup it is done with is committed with each batch, so that a
/// run that was cut off is gone on with, and nothing is sent twice.
final class RestoreRun {
    /// After so long without an answer, it is time to look why.
    private static final Duration LONG = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final Target target;
    private final Execution execution;
    private final long total;
    private final SortedMap<Integer, Long> sentTo = new TreeMap<>();
    private long sent;
    private boolean atTheEnd;
    private boolean cancelled;
    private boolean inDoubt;
    private Optional<Problem> failure = Optional.empty();

    RestoreRun(Cluster cluster, Target target, Execution execution, long total) {
        this.cluster = cluster;
        this.target = target;
        this.execution = execution;
        this.total = total;
    }

    boolean finished() {
        return atTheEnd;
    }

    /// @param done messages at the start of the backup that an earlier run is done with
    void run(MessageStream kept, StillThere stillThere, long done, TransactionalSender sender) {
        try {
            for (long skipped = 0; skipped < done; skipped++) {
                if (kept.next().isEmpty()) {
                    break;
                }
            }
            send(new Batches(kept, cluster.batch()), stillThere, done, sender);
        } catch (InterruptedException e) {
            cancelled = true;
        } catch (ConnectorException e) {
            failure = Optional.of(e.problem());
        }
    }

    private void send(Batches batches, StillThere stillThere, long done, TransactionalSender sender)
            throws ConnectorException, InterruptedException {
        long place = done;
        while (failure.isEmpty()) {
            if (Thread.interrupted()) {
                cancelled = true;
                return;
            }
            List<Message> batch = batches.next();
            if (batch.isEmpty()) {
                atTheEnd = true;
                return;
            }
            place += batch.size();
            List<Message> missing =
                    batch.stream().filter(message -> !stillThere.contains(message)).toList();
            long behind = place;
            if (!missing.isEmpty()) {
                note(persist(missing, behind, sender), missing);
            }
        }
    }

    /// Sends it again while the broker is away.
    private Fate persist(List<Message> messages, long place, TransactionalSender sender)
            throws ConnectorException {
        List<ProducerRecord<byte[], byte[]>> records = messages.stream().map(this::record).toList();
        Map<TopicPartition, Long> progress = Map.of(RestoreAction.place(target.topic()), place);
        Fate fate = Undisturbed.run(() -> sender.send(records, progress), LONG, this::tellWhy);
        Patience patience = new Patience();
        while (fate.isTransient() && rest(patience)) {
            Fate before = fate;
            fate =
                    Undisturbed.run(
                            () -> sender.sendAgain(before, records, progress), LONG, this::tellWhy);
        }
        return fate;
    }

    /// It takes long: says so, where something is wrong.
    private void tellWhy() throws InterruptedException {
        cluster.link().trouble().ifPresent(execution::waiting);
    }

    private boolean rest(Patience patience) {
        try {
            return !Thread.currentThread().isInterrupted() && patience.rest();
        } catch (InterruptedException e) {
            cancelled = true;
            return false;
        }
    }

    private void note(Fate fate, List<Message> messages) {
        switch (fate) {
            case Fate.Committed _ -> {
                sent += messages.size();
                messages.forEach(message -> sentTo.merge(message.id().partition(), 1L, Long::sum));
                execution.progress(sent, total);
            }
            case Fate.Aborted(Problem problem) -> failure = Optional.of(problem);
            case Fate.InDoubt(Problem problem) -> {
                inDoubt = true;
                failure = Optional.of(problem);
            }
        }
    }

    private ProducerRecord<byte[], byte[]> record(Message message) {
        int partition = message.id().partition();
        return Records.record(
                target.topic(),
                target.has(partition) ? partition : null,
                message.timestamp(),
                message.key(),
                message.value(),
                message.headers());
    }

    /// @throws ConnectorException when nothing was sent, and why
    Outcome outcome() throws ConnectorException {
        if (failure.isPresent() && sent == 0 && !inDoubt) {
            throw new ConnectorException(failure.get());
        }
        List<StepOutcome> steps = new ArrayList<>();
        sentTo.forEach(
                (partition, count) ->
                        steps.add(
                                new StepOutcome(
                                        RestoreSurvey.step(target.topic(), partition),
                                        count,
                                        Optional.empty())));
        failure.ifPresent(
                problem ->
                        steps.add(
                                new StepOutcome(
                                        KafkaTexts.get("restore.stopped"),
                                        0,
                                        Optional.of(problem))));
        Result result =
                failure.isPresent()
                        ? Result.PARTIAL
                        : cancelled ? Result.CANCELLED : Result.SUCCEEDED;
        return new Outcome(result, sent, steps, Optional.empty());
    }
}
