package dev.signalbox.core.metrics;

import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.ConsumerGroup.Position;
import dev.signalbox.core.model.GroupState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What is remembered of one group.
final class GroupWatch {
    private final Windows windows;
    private final Map<Place, PositionTrend> positions = new HashMap<>();
    private final Tally consumed;
    private final Availability members;
    private final LagWindow lag;
    private Instant lastSeen = Instant.EPOCH;
    private boolean mayHaveMembers;
    private int known;

    private record Place(String topic, int partition) {}

    GroupWatch(Windows windows) {
        this.windows = windows;
        this.consumed = new Tally(windows.rate());
        this.members = new Availability(windows.longestGap());
        this.lag = new LagWindow(windows.judgement());
    }

    /// Takes a look in and says what it found. How long ago the messages read since the last one were produced goes to
    /// `latencies`.
    GroupLook look(Instant at, ConsumerGroup group, Topics topics, Latencies latencies) {
        lastSeen = at;
        GroupLook look = new GroupLook(at, topics, latencies, mayHaveMembers);
        Duration patience = lag.patience();
        for (Position position : group.positions()) {
            OptionalLong committed = position.committed().value();
            if (committed.isPresent()) {
                PositionTrend trend =
                        positions.computeIfAbsent(
                                new Place(position.topic(), position.partition()),
                                _ -> new PositionTrend());
                look.take(position, committed.getAsLong(), trend, patience);
            }
        }
        if (positions.size() > group.positions().size()) {
            positions.values().removeIf(trend -> !trend.seenAt(at));
        }
        if (look.moved() && !mayHaveMembers) {
            consumed.restart();
        }
        consumed.add(at, look.advanced());
        if (look.known() != known) {
            // The sum of other partitions: not to be compared with the sums before.
            lag.restart();
            known = look.known();
        }
        lag.look(at, look.lag(), look.moved());
        members.look(at, group.state().hasMembers());
        mayHaveMembers = group.state().hasMembers() || group.state() == GroupState.UNKNOWN;
        return look;
    }

    /// What it comes to, right after that look.
    GroupTrend trend(GroupLook look, Duration leastSpan) {
        boolean lagKnown = known > 0;
        return new GroupTrend(
                consumed.perSecond(windows.rate(), leastSpan),
                look.oldestUnread(),
                lagKnown ? lag.timeToDrain() : Optional.empty(),
                lagKnown ? lag.verdict(look.partStandsStill()) : Verdict.UNKNOWN,
                members.share());
    }

    /// Too much time has passed: what was read in between belongs to no window.
    void restart() {
        lag.restart();
        consumed.restart();
        mayHaveMembers = false;
    }

    /// The polls fail: whether it has members meanwhile is not known.
    void lookAway() {
        members.lookAway();
    }

    Instant lastSeen() {
        return lastSeen;
    }
}
