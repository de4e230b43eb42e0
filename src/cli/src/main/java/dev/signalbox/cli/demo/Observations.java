package dev.signalbox.cli.demo;

import dev.signalbox.core.demo.DemoBroker;
import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GroupType;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.monitor.ConnectionState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What was seen while the demo was watched.
final class Observations {
    /// An ordinary order's transaction ends within milliseconds; one that lasts so long hangs.
    private static final Duration IN_FLIGHT = Duration.ofSeconds(5);

    /// More than the consumers of the demo are given at once, so that it is no burst.
    private static final long BACKLOG = 20;

    private final Clock clock;
    private final DemoBroker broker;
    private final long began;
    private final Map<String, Long> firstLags = new HashMap<>();
    private OptionalLong firstOrders = OptionalLong.empty();
    private Optional<Duration> firstData = Optional.empty();
    private boolean ordersFlowed;
    private boolean deadLetterSeen;
    private boolean laggingGroupSeen;
    private boolean transactionSeen;

    /// @param began when the command began, by [System#nanoTime()]
    Observations(Clock clock, DemoBroker broker, long began) {
        this.clock = clock;
        this.broker = broker;
        this.began = began;
    }

    void add(List<ConnectionState> states) {
        Instant now = clock.instant();
        for (ConnectionState state : states) {
            state.snapshot().ifPresent(snapshot -> add(snapshot, state.derived(), now));
        }
    }

    private void add(Snapshot snapshot, Derived derived, Instant now) {
        snapshot.destinations().forEach(this::add);
        laggingGroupSeen |= snapshot.groups().stream().anyMatch(each -> lags(each, derived));
        transactionSeen |= snapshot.transactions().stream().anyMatch(each -> hangs(each, now));
    }

    private void add(Destination destination) {
        long messages = destination.retained().value().orElse(0);
        deadLetterSeen |= destination.isDeadLetters() && messages > 0;
        if (!destination.name().equals(broker.flow()) || messages == 0) {
            return;
        }
        if (firstOrders.isEmpty()) {
            firstOrders = OptionalLong.of(messages);
            firstData = Optional.of(Duration.ofNanos(System.nanoTime() - began));
        }
        ordersFlowed |= messages > firstOrders.getAsLong();
    }

    /// By the console's own verdict: it reads less than arrives, or nothing at all. A queue has no offsets
    /// to judge by; there it is that the queue has got fuller while it was watched.
    private boolean lags(ConsumerGroup group, Derived derived) {
        long lag = group.totalLag().orElse(0);
        if (group.type() == GroupType.QUEUE) {
            return lag - firstLags.computeIfAbsent(group.id(), _ -> lag) >= BACKLOG;
        }
        return Optional.ofNullable(derived.groups().get(group.id()))
                        .map(Derived.GroupTrend::verdict)
                        .filter(verdict -> verdict == Verdict.WARN || verdict == Verdict.STALLED)
                        .isPresent()
                && lag > 0;
    }

    private static boolean hangs(GlobalTransaction transaction, Instant now) {
        return transaction.status() == TransactionStatus.BEGIN
                && transaction.age(now).filter(age -> age.compareTo(IN_FLIGHT) >= 0).isPresent();
    }

    boolean ordersFlowed() {
        return ordersFlowed;
    }

    boolean deadLetterSeen() {
        return deadLetterSeen;
    }

    boolean laggingGroupSeen() {
        return laggingGroupSeen;
    }

    boolean transactionSeen() {
        return transactionSeen;
    }

    /// From the beginning of the command to the first order on the console.
    Optional<Duration> firstData() {
        return firstData;
    }
}
