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
import org.jspecify.annotations.Nullable;

/// One restore, batch by batch. Where the server goes away it waits for it, and sends again what was not confirmed: what lies
/// in the queue by then is known and left out; of what nobody can know that, the outcome tells how many it may be.
final class RestoreRun {
    private final Target target;
    private final Execution execution;
    private final long total;
    private @Nullable RestoreWay way;
    private long restored;
    private long maybeTwice;
    private boolean cancelled;
    private Optional<Problem> failure = Optional.empty();

    /// Where the messages come back to.
    record Target(String destination, Opening opening, Present present, Copying copying) {}

    interface Opening {
        RestoreWay open() throws ConnectorException, InterruptedException;
    }

    /// Positions of the messages of the backup that lie in the queue; none where that cannot be known.
    interface Present {
        Set<Long> positions() throws ConnectorException, InterruptedException;
    }

    interface Copying {
        Outgoing copy(Message message, String exchange);
    }

    RestoreRun(Target target, Execution execution, long total) {
        this.target = target;
        this.execution = execution;
        this.total = total;
    }

    void run(MessageStream kept, Server.Batch size) {
        try {
            Set<Long> there = target.present().positions();
            way = target.opening().open();
            List<Message> batch = next(kept, there, size);
            while (!batch.isEmpty() && failure.isEmpty()) {
                if (Thread.interrupted()) {
                    cancelled = true;
                    return;
                }
                deliver(batch);
                batch = next(kept, there, size);
            }
        } catch (InterruptedException e) {
            cancelled = true;
        } catch (ConnectorException e) {
            failure = Optional.of(e.problem());
        } finally {
            leave();
        }
    }

    private static List<Message> next(MessageStream kept, Set<Long> there, Server.Batch size)
            throws ConnectorException, InterruptedException {
        List<Message> batch = new ArrayList<>();
        long bytes = 0;
        while (batch.size() < size.messages() && bytes < size.bytes()) {
            Optional<Message> message = kept.next();
            if (message.isEmpty()) {
                break;
            }
            if (!there.contains(message.get().id().position())) {
                batch.add(message.get());
                bytes += message.get().size();
            }
        }
        return batch;
    }

    private void deliver(List<Message> batch) throws ConnectorException, InterruptedException {
        List<Message> left = batch;
        while (!left.isEmpty() && failure.isEmpty()) {
            List<Message> now = left;
            Answer answer = Undisturbed.run(() -> send(now));
            left = unconfirmed(now, answer);
            count(now.size() - left.size());
            if (left.isEmpty()) {
                return;
            }
            Optional<Problem> broken =
                    answer.problem().filter(problem -> problem.kind().isTransient());
            if (broken.isEmpty()) {
                failure = answer.problem().or(() -> Optional.of(refused()));
                return;
            }
            left = again(left, answer, broken.get());
        }
    }

    private Answer send(List<Message> messages) throws InterruptedException {
        RestoreWay open = way;
        if (open == null) {
            throw new IllegalStateException("no way to send over");
        }
        return open.publisher()
                .send(
                        messages.stream()
                                .map(each -> target.copying().copy(each, open.line().exchange()))
                                .toList());
    }

    private static List<Message> unconfirmed(List<Message> messages, Answer answer) {
        List<Message> left = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (answer.fates().get(i) != Fate.CONFIRMED) {
                left.add(messages.get(i));
            }
        }
        return left;
    }

    private void count(int more) {
        restored += more;
        execution.progress(Math.min(restored, total), total);
    }

    /// What is to be sent again, once the server is back.
    private List<Message> again(List<Message> unsent, Answer answer, Problem broken)
            throws ConnectorException, InterruptedException {
        Set<Long> there = comeBack(broken);
        List<Message> left =
                unsent.stream()
                        .filter(message -> !there.contains(message.id().position()))
                        .toList();
        count(unsent.size() - left.size());
        long unknown = answer.fates().stream().filter(Fate.UNKNOWN::equals).count();
        maybeTwice += Math.min(unknown, left.size());
        return left;
    }

    /// Waits until the server is back, and says so.
    ///
    /// @return positions of what lies in the queue by then
    private Set<Long> comeBack(Problem broken) throws ConnectorException, InterruptedException {
        leave();
        execution.waiting(broken);
        Patience patience = new Patience();
        while (true) {
            boolean last = !patience.rest();
            try {
                Set<Long> there = target.present().positions();
                way = target.opening().open();
                return there;
            } catch (ConnectorException e) {
                if (!e.problem().kind().isTransient() || last) {
                    throw e;
                }
                execution.waiting(e.problem());
            }
        }
    }

    private Problem refused() {
        return RabbitProblems.problem(
                ProblemKind.CONFLICT, "restore.refused", target.destination());
    }

    private void leave() {
        RestoreWay open = way;
        way = null;
        if (open != null) {
            open.close();
        }
    }

    /// @throws ConnectorException when nothing was restored, and why
    Outcome outcome() throws ConnectorException {
        if (failure.isPresent() && restored == 0) {
            throw new ConnectorException(failure.get());
        }
        List<StepOutcome> steps = new ArrayList<>();
        steps.add(
                new StepOutcome(
                        RabbitTexts.get("restore.step", target.destination()),
                        restored,
                        Optional.empty()));
        if (maybeTwice > 0) {
            steps.add(
                    new StepOutcome(
                            RabbitTexts.get("restore.maybe-twice", maybeTwice),
                            0,
                            Optional.empty()));
        }
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
