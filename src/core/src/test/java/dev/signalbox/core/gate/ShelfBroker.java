package dev.signalbox.core.gate;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Action.PurgeDestination;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.PlanProgress;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A broker with one destination of one partition, on a shelf in memory, and its adapter. What it does while it
/// carries a plan out can be set.
final class ShelfBroker implements ConnectorProvider, Connector {
    final TreeMap<Long, Message> shelf = new TreeMap<>();
    final List<Long> sentCopies = new CopyOnWriteArrayList<>();
    final List<Integer> batches = new CopyOnWriteArrayList<>();
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger polls = new AtomicInteger();
    final AtomicInteger executions = new AtomicInteger();
    volatile List<Hazard> hazards = List.of();
    volatile List<Destination> destinations = List.of();
    volatile String clusterId = "cluster-1";
    volatile Step beforeExecuting = () -> {};
    volatile Step betweenMessages = () -> {};
    volatile boolean knowsWhatWasSent;

    /// Whether a plan is only complete after all letters were looked at.
    volatile boolean looksOnlyAtSome;

    private final Clock clock;

    /// Something that happens on the way.
    interface Step {
        void run() throws ConnectorException, InterruptedException;
    }

    ShelfBroker(Clock clock) {
        this.clock = clock;
    }

    void put(int count) {
        for (int i = 0; i < count; i++) {
            long offset = shelf.isEmpty() ? 0 : shelf.lastKey() + 1;
            shelf.put(
                    offset,
                    new Message(
                            new MessageId("orders", 0, offset),
                            clock.instant(),
                            TimestampType.CREATE_TIME,
                            Bytes.utf8("key"),
                            Bytes.utf8("value " + offset),
                            List.of()));
        }
    }

    @Override
    public Plan plan(Action action) {
        List<Range> ranges =
                switch (action) {
                    case PurgeDestination purge -> frozen(purge.selection());
                    case ReplayDeadLetters replay -> frozen(replay.selection());
                    default -> List.of();
                };
        MessageSelection selection = new MessageSelection.Ranges(ranges);
        Action frozen =
                switch (action) {
                    case PurgeDestination purge -> new PurgeDestination(purge.target(), selection);
                    case ReplayDeadLetters replay -> replay.of(selection);
                    default -> action;
                };
        Reversal reversal =
                switch (action) {
                    case PurgeDestination _ -> Reversal.BACKUP;
                    case Action.RollbackTransaction _ -> Reversal.IMPOSSIBLE;
                    default -> Reversal.NOT_NEEDED;
                };
        return new Plan(
                UUID.randomUUID(),
                clusterId,
                frozen,
                clock.instant(),
                new Plan.Effect(
                        Plan.Unit.MESSAGES,
                        LetterRanges.count(ranges),
                        !looksOnlyAtSome,
                        OptionalLong.of(LetterRanges.count(ranges) * 10)),
                List.of(),
                List.of(),
                hazards,
                reversal);
    }

    @Override
    public Plan complete(Plan plan, PlanProgress progress) {
        long count = plan.effect().count();
        progress.read(count, count);
        return new Plan(
                plan.id(),
                plan.clusterId(),
                plan.action(),
                plan.madeAt(),
                new Plan.Effect(plan.effect().unit(), count, true, plan.effect().bytes()),
                plan.steps(),
                plan.sample(),
                plan.hazards(),
                plan.reversal());
    }

    private List<Range> frozen(MessageSelection selection) {
        if (selection instanceof MessageSelection.Ranges ranges) {
            return ranges.ranges();
        }
        return shelf.isEmpty()
                ? List.of()
                : List.of(new Range(0, shelf.firstKey(), shelf.lastKey() + 1));
    }

    @Override
    public Outcome execute(Plan plan, Execution execution)
            throws ConnectorException, InterruptedException {
        executions.incrementAndGet();
        beforeExecuting.run();
        long done =
                switch (plan.action()) {
                    case PurgeDestination purge -> purge(frozen(purge.selection()), execution);
                    case ReplayDeadLetters replay -> replay(replay, execution);
                    default -> 1;
                };
        return new Outcome(Outcome.Result.SUCCEEDED, done, List.of(), Optional.empty());
    }

    private long purge(List<Range> ranges, Execution execution)
            throws ConnectorException, InterruptedException {
        long done = 0;
        for (Range range : ranges) {
            for (long offset = range.from(); offset < range.to(); offset++) {
                Message message = shelf.get(offset);
                if (message != null) {
                    execution.backUp(List.of(message));
                    betweenMessages.run();
                    shelf.remove(offset);
                    done++;
                    execution.progress(done, LetterRanges.count(ranges));
                }
            }
        }
        return done;
    }

    private long replay(ReplayDeadLetters replay, Execution execution)
            throws ConnectorException, InterruptedException {
        long done = 0;
        List<Range> ranges = frozen(replay.selection());
        for (Range range : ranges) {
            for (long offset = range.from(); offset < range.to(); offset++) {
                if (!replay.edits().isNone()) {
                    execution.backUp(List.of(shelf.get(offset)));
                }
                List<Range> one = List.of(new Range(0, offset, offset + 1));
                batches.add(execution.largestBatch(done));
                while (!execution.admit(1, Duration.ofMillis(20))) {
                    looks.incrementAndGet();
                }
                execution.sending(one);
                betweenMessages.run();
                sentCopies.add(offset);
                execution.sent(one);
                done++;
                execution.progress(done, LetterRanges.count(ranges));
            }
        }
        return done;
    }

    @Override
    public Optional<List<Range>> settle(
            UUID actionId, String destination, List<Range> letters, Instant since) {
        return knowsWhatWasSent
                ? Optional.of(
                        sentCopies.stream()
                                .map(offset -> new Range(0, offset, offset + 1))
                                .toList())
                : Optional.empty();
    }

    @Override
    public Snapshot poll() {
        polls.incrementAndGet();
        return new Snapshot(
                clock.instant(),
                Duration.ZERO,
                new ServerInfo("Shelf", "1", clusterId, List.of()),
                destinations,
                List.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    @Override
    public Details inspect(Subject subject) {
        return new Details.DestinationDetails(Map.of());
    }

    @Override
    public MessageStream browse(String destination, MessageSelection selection, long limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String type() {
        return "shelf";
    }

    @Override
    public String displayName() {
        return "Shelf";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Connector connect(Profile profile) {
        return this;
    }

    @Override
    public void close() {}
}
