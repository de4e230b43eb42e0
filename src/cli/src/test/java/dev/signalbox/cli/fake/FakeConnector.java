package dev.signalbox.cli.fake;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.OffsetTarget;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/// A link to the server in memory.
final class FakeConnector implements Connector {
    private final FakeServer server;

    FakeConnector(FakeServer server) {
        this.server = server;
    }

    @Override
    public Snapshot poll() throws ConnectorException {
        check();
        return server.snapshot();
    }

    @Override
    public Plan plan(Action action) throws ConnectorException {
        check();
        Action frozen = frozen(action);
        long count = count(frozen);
        return new Plan(
                UUID.randomUUID(),
                "fake-cluster",
                frozen,
                Instant.now(),
                new Plan.Effect(
                        action instanceof Action.ResetOffsets
                                ? Plan.Unit.OFFSETS
                                : Plan.Unit.MESSAGES,
                        count,
                        true,
                        OptionalLong.empty()),
                List.of(new Plan.Step("step on " + action.target(), count)),
                List.of(),
                List.of(new Plan.Hazard(Plan.Severity.NOTE, "fake", "mind the gap")),
                reversal(action));
    }

    private Plan.Reversal reversal(Action action) {
        if (server.irreversible) {
            return Plan.Reversal.IMPOSSIBLE;
        }
        return switch (action) {
            case Action.PurgeDestination _ -> Plan.Reversal.BACKUP;
            case Action.ResetOffsets _ -> Plan.Reversal.SAVED_STATE;
            case Action.RollbackTransaction _, Action.CommitTransaction _ ->
                    Plan.Reversal.IMPOSSIBLE;
            case Action.ReplayDeadLetters _, Action.PublishMessage _, Action.RestoreBackup _ ->
                    Plan.Reversal.NOT_NEEDED;
        };
    }

    private Action frozen(Action action) {
        return switch (action) {
            case Action.PurgeDestination purge ->
                    new Action.PurgeDestination(
                            purge.target(), ranges(purge.target(), purge.selection()));
            case Action.ReplayDeadLetters replay ->
                    replay.of(ranges(replay.target(), replay.selection()));
            default -> action;
        };
    }

    private MessageSelection ranges(String destination, MessageSelection selection) {
        return new MessageSelection.Ranges(
                selected(server, destination, selection).stream()
                        .map(each -> each.id().position())
                        .map(offset -> new Range(0, offset, offset + 1))
                        .toList());
    }

    private static long count(Action action) {
        return switch (action) {
            case Action.PurgeDestination purge -> count(purge.selection());
            case Action.ReplayDeadLetters replay -> count(replay.selection());
            case Action.RestoreBackup restore -> restore.backup().messages();
            default -> 1;
        };
    }

    private static long count(MessageSelection selection) {
        return selection instanceof MessageSelection.Ranges(var ranges)
                ? ranges.stream().mapToLong(Range::length).sum()
                : 0;
    }

    static List<Message> selected(
            FakeServer server, String destination, MessageSelection selection) {
        TreeMap<Long, Message> messages = server.topics.getOrDefault(destination, new TreeMap<>());
        List<Message> all;
        synchronized (messages) {
            all = List.copyOf(messages.values());
        }
        return switch (selection) {
            case MessageSelection.All _ -> all;
            case MessageSelection.Newest newest ->
                    all.subList(Math.max(0, all.size() - newest.count()), all.size());
            case MessageSelection.Since since ->
                    FakeServer.MADE.isBefore(since.from()) ? List.of() : all;
            case MessageSelection.Ids ids ->
                    all.stream().filter(each -> ids.ids().contains(each.id())).toList();
            case MessageSelection.Ranges ranges ->
                    all.stream().filter(each -> isIn(ranges, each.id())).toList();
        };
    }

    private static boolean isIn(MessageSelection.Ranges ranges, MessageId id) {
        return ranges.ranges().stream()
                .anyMatch(range -> range.contains(id.partition(), id.position()));
    }

    @Override
    public Outcome execute(Plan plan, Execution execution)
            throws ConnectorException, InterruptedException {
        check();
        server.done.add(plan.action().kind() + " " + plan.action().parameters());
        return switch (plan.action()) {
            case Action.PurgeDestination purge -> purge(purge, execution);
            case Action.ReplayDeadLetters replay -> replay(replay, execution);
            case Action.RestoreBackup restore -> restore(restore);
            case Action.PublishMessage publish -> {
                String value =
                        publish.value() == null ? null : publish.value().text().orElseThrow();
                server.put(
                        publish.target(),
                        value,
                        publish.headers().toArray(dev.signalbox.core.model.Header[]::new));
                yield outcome(Result.SUCCEEDED, 1, Optional.empty());
            }
            case Action.ResetOffsets reset ->
                    outcome(
                            Result.SUCCEEDED,
                            1,
                            Optional.of(
                                    new Action.ResetOffsets(
                                            reset.target(),
                                            List.of(),
                                            new OffsetTarget.Exactly(
                                                    Map.of(
                                                            new OffsetTarget.TopicPartition(
                                                                    "my-orders", 0),
                                                            7L)))));
            case Action.RollbackTransaction _, Action.CommitTransaction _ ->
                    outcome(Result.SUCCEEDED, 1, Optional.empty());
        };
    }

    private Outcome purge(Action.PurgeDestination purge, Execution execution)
            throws ConnectorException {
        List<Message> messages = selected(server, purge.target(), purge.selection());
        TreeMap<Long, Message> shelf = server.topics.getOrDefault(purge.target(), new TreeMap<>());
        long removed = 0;
        for (Message message : messages) {
            if (removed == server.failAfter) {
                return outcome(Result.PARTIAL, removed, Optional.empty());
            }
            if (!server.irreversible) {
                execution.backUp(List.of(message));
            }
            synchronized (shelf) {
                shelf.remove(message.id().position());
            }
            removed++;
            execution.progress(removed, messages.size());
            if (!goOn()) {
                return outcome(Result.CANCELLED, removed, Optional.empty());
            }
        }
        return outcome(Result.SUCCEEDED, removed, Optional.empty());
    }

    /// Waits if it is told to; false when it was interrupted meanwhile.
    private boolean goOn() {
        Optional<CountDownLatch> waits = server.holdAfterFirst;
        if (waits.isEmpty()) {
            return true;
        }
        waits.get().countDown();
        try {
            new CountDownLatch(1).await();
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private Outcome replay(Action.ReplayDeadLetters replay, Execution execution)
            throws ConnectorException, InterruptedException {
        List<Message> letters = selected(server, replay.target(), replay.selection());
        long sent = 0;
        for (Message letter : letters) {
            if (sent == server.failAfter) {
                return outcome(Result.PARTIAL, sent, Optional.empty());
            }
            sent++;
            List<Range> one =
                    List.of(new Range(0, letter.id().position(), letter.id().position() + 1));
            while (!execution.admit(1, Duration.ofSeconds(1))) {
                check();
            }
            execution.sending(one);
            String to = replay.to().orElse(server.deadLetterOf.getOrDefault(replay.target(), "?"));
            Message copy = replay.edits().applyTo(letter.id(), letter).orElseThrow();
            if (!replay.edits().isNone()) {
                execution.backUp(List.of(letter));
            }
            server.put(to, copy.value() == null ? null : copy.value().text().orElseThrow());
            execution.sent(one);
        }
        return outcome(Result.SUCCEEDED, letters.size(), Optional.empty());
    }

    private Outcome restore(Action.RestoreBackup restore)
            throws ConnectorException, InterruptedException {
        long done = 0;
        try (MessageStream messages = restore.backup().open()) {
            Optional<Message> next = messages.next();
            while (next.isPresent()) {
                server.put(
                        restore.target(),
                        next.get().value() == null
                                ? null
                                : next.get().value().text().orElseThrow());
                done++;
                next = messages.next();
            }
        }
        return outcome(Result.SUCCEEDED, done, Optional.empty());
    }

    private static Outcome outcome(Result result, long done, Optional<Action> undo) {
        Optional<Problem> problem =
                result == Result.PARTIAL
                        ? Optional.of(
                                new Problem(ProblemKind.TIMEOUT, "the rest timed out", "try again"))
                        : Optional.empty();
        return new Outcome(
                result, done, List.of(new Outcome.StepOutcome("one step", done, problem)), undo);
    }

    private void check() throws ConnectorException {
        Problem failure = server.failure;
        if (failure != null) {
            throw new ConnectorException(failure);
        }
    }

    @Override
    public Details inspect(Subject subject) {
        return new Details.DestinationDetails(Map.of());
    }

    @Override
    public MessageStream browse(String destination, MessageSelection selection, long limit) {
        return server.browse(destination, selection, limit);
    }

    @Override
    public void close() {}
}
