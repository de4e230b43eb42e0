package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.rabbitmq.Publisher.Answer;
import dev.signalbox.rabbitmq.Publisher.Fate;
import dev.signalbox.rabbitmq.Publisher.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One restore, batch by batch.
final class RestoreRun {
    private final Publisher publisher;
    private final Function<Message, Outgoing> outgoing;
    private final Execution execution;
    private final long total;
    private final String destination;
    private long restored;
    private boolean cancelled;
    private Optional<Problem> failure = Optional.empty();

    RestoreRun(
            Publisher publisher,
            Function<Message, Outgoing> outgoing,
            Execution execution,
            long total,
            String destination) {
        this.publisher = publisher;
        this.outgoing = outgoing;
        this.execution = execution;
        this.total = total;
        this.destination = destination;
    }

    /// @param there positions of those that are in the queue already
    void run(MessageStream kept, Set<Long> there, Server.Batch size) {
        try {
            List<Outgoing> batch = next(kept, there, size);
            while (!batch.isEmpty() && failure.isEmpty()) {
                if (Thread.interrupted()) {
                    cancelled = true;
                    return;
                }
                List<Outgoing> now = batch;
                Undisturbed.run(() -> send(now));
                batch = next(kept, there, size);
            }
        } catch (InterruptedException e) {
            cancelled = true;
        } catch (ConnectorException e) {
            failure = Optional.of(e.problem());
        }
    }

    private List<Outgoing> next(MessageStream kept, Set<Long> there, Server.Batch size)
            throws ConnectorException, InterruptedException {
        List<Outgoing> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < size.messages() && bytes < size.bytes()) {
            Optional<Message> message = kept.next();
            if (message.isEmpty()) {
                break;
            }
            if (!there.contains(message.get().id().position())) {
                batch.add(outgoing.apply(message.get()));
                bytes += message.get().size();
            }
        }
        return batch;
    }

    private boolean send(List<Outgoing> batch) throws InterruptedException {
        Answer answer = publisher.send(batch);
        long confirmed = answer.fates().stream().filter(Fate.CONFIRMED::equals).count();
        restored += confirmed;
        execution.progress(Math.min(restored, total), total);
        if (confirmed < batch.size()) {
            failure =
                    answer.problem()
                            .or(
                                    () ->
                                            Optional.of(
                                                    RabbitProblems.problem(
                                                            ProblemKind.CONFLICT,
                                                            "restore.refused",
                                                            destination)));
        }
        return true;
    }

    /// @throws ConnectorException when nothing was restored, and why
    Outcome outcome() throws ConnectorException {
        if (failure.isPresent() && restored == 0) {
            throw new ConnectorException(failure.get());
        }
        List<StepOutcome> steps = new ArrayList<>();
        steps.add(
                new StepOutcome(
                        RabbitTexts.get("restore.step", destination), restored, Optional.empty()));
        failure.ifPresent(
                problem ->
                        steps.add(
                                new StepOutcome(
                                        RabbitTexts.get("restore.stopped"),
                                        0,
                                        Optional.of(problem))));
        Result result =
                failure.isPresent()
                        ? Result.PARTIAL
                        : cancelled ? Result.CANCELLED : Result.SUCCEEDED;
        return new Outcome(result, restored, steps, Optional.empty());
    }
}
