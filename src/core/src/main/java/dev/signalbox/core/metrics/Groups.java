package dev.signalbox.core.metrics;

import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.metrics.Derived.Latency;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.GroupType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What is remembered of all groups of one server.
final class Groups {
    private final Windows windows;
    private final Duration leastSpan;
    private final Map<String, GroupWatch> groups = new HashMap<>();
    private final Tally processed;
    private final Latencies latencies;
    private Map<String, GroupTrend> trends = Map.of();

    Groups(Windows windows, Duration leastSpan, Duration resolution) {
        this.windows = windows;
        this.leastSpan = leastSpan;
        this.processed = new Tally(windows.minute());
        this.latencies = new Latencies(windows.minute(), resolution);
    }

    void look(Instant at, List<ConsumerGroup> present, Topics topics) {
        latencies.begin(at);
        Map<String, GroupTrend> trendsNow = HashMap.newHashMap(present.size());
        long count = 0;
        for (ConsumerGroup group : present) {
            GroupWatch watch = groups.computeIfAbsent(group.id(), _ -> new GroupWatch(windows));
            GroupLook look = watch.look(at, group, topics, latencies);
            count += look.processed();
            trendsNow.put(group.id(), watch.trend(look, leastSpan));
        }
        // The consumers of a queue have no offsets: what they process is not known, which is not 0.
        if (present.stream().allMatch(group -> group.type() == GroupType.QUEUE)) {
            processed.restart();
        } else {
            processed.add(at, count);
        }
        if (groups.size() > present.size()) {
            Instant before = at.minus(windows.longestGap());
            groups.values().removeIf(watch -> watch.lastSeen().isBefore(before));
        }
        trends = trendsNow;
    }

    /// Too much time has passed: what happened in between belongs to no window.
    void restart() {
        groups.values().forEach(GroupWatch::restart);
        processed.restart();
    }

    void lookAway() {
        groups.values().forEach(GroupWatch::lookAway);
    }

    Map<String, GroupTrend> trends() {
        return trends;
    }

    /// Messages processed each second.
    OptionalDouble throughput() {
        return processed.perSecond(windows.rate(), leastSpan);
    }

    /// The share of the messages processed within the last minute that did not become one of `died` dead letters.
    OptionalDouble successShare(OptionalLong died) {
        OptionalLong tried = processed.sum(windows.minute(), windows.rate());
        if (died.isEmpty() || tried.orElse(0) == 0) {
            return OptionalDouble.empty();
        }
        double failed = (double) died.getAsLong() / tried.getAsLong();
        return OptionalDouble.of(Math.max(0, 1 - failed));
    }

    Optional<Latency> latency() {
        return latencies.latency();
    }
}
