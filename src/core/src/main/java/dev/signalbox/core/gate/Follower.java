package dev.signalbox.core.gate;

import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.ConsumerGroup.Position;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Landing;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.text.CoreTexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// Follows the copies a replay has sent: who has read past them, and which of them died again. Reads only what costs the
/// messages nothing: of a queue no more than its counts.
final class Follower {
    /// A queue's counts may be some seconds old: only one that stays empty for longer is empty.
    static final Duration STAYS_EMPTY = Duration.ofSeconds(12);

    private final DeathWatch deaths;
    private final LongSupplier nanos;
    private final Map<String, Long> emptySince = new HashMap<>();
    private volatile boolean newlySent;
    private final List<Landing> landings = new ArrayList<>();
    private long sent;

    /// @param before the server just before the replay; empty where nobody had looked
    /// @param nanos a clock that never goes back
    Follower(Plan plan, Optional<Snapshot> before, LongSupplier nanos) {
        this.nanos = nanos;
        this.deaths = new DeathWatch(plan, before);
    }

    void landed(List<Landing> more) {
        synchronized (this) {
            landings.addAll(more);
        }
        newlySent = true;
    }

    synchronized void sent(long letters) {
        sent += letters;
    }

    synchronized long sent() {
        return sent;
    }

    /// Looks once. Blocks.
    ///
    /// @param now the server just now
    Aftermath look(Reader reader, Snapshot now) throws ConnectorException, InterruptedException {
        List<Landing> known;
        long soFar;
        synchronized (this) {
            known = List.copyOf(landings);
            soFar = sent;
        }
        // Looking takes a while, and the replay that goes on meanwhile must not wait for it.
        synchronized (deaths) {
            if (newlySent) {
                newlySent = false;
                emptySince.clear();
            }
            return new Aftermath(
                    soFar, consumed(now, known, soFar), deaths.look(reader, now, soFar));
        }
    }

    private Reading consumed(Snapshot now, List<Landing> landings, long sent) {
        long followed = landings.stream().mapToLong(Landing::count).sum();
        if (followed < sent) {
            return unknown("aftermath.no-place", sent - followed);
        }
        long consumed = 0;
        for (String name : landings.stream().map(Landing::destination).distinct().toList()) {
            List<Landing> there =
                    landings.stream()
                            .filter(landing -> landing.destination().equals(name))
                            .toList();
            Reading here = consumed(now, name, there);
            if (here.value().isEmpty()) {
                return here;
            }
            consumed += here.value().getAsLong();
        }
        return Reading.of(Math.min(consumed, sent));
    }

    private Reading consumed(Snapshot now, String name, List<Landing> there) {
        Optional<Destination> destination =
                now.destinations().stream().filter(each -> each.name().equals(name)).findFirst();
        if (destination.isEmpty()) {
            return unknown("aftermath.no-destination", name);
        }
        if (destination.get().kind() == DestinationKind.QUEUE) {
            return drained(destination.get(), there.stream().mapToLong(Landing::count).sum());
        }
        List<ConsumerGroup> readers =
                now.groups().stream()
                        .filter(group -> group.state().hasMembers())
                        .filter(group -> in(group, name).findAny().isPresent())
                        .toList();
        return readers.stream()
                .mapToLong(group -> there.stream().mapToLong(landing -> read(group, landing)).sum())
                .min()
                .stream()
                .mapToObj(Reading::of)
                .findFirst()
                .orElseGet(() -> unknown("aftermath.nobody-reads", name));
    }

    /// @param sent letters that went there
    private Reading drained(Destination queue, long sent) {
        OptionalLong left = queue.retained().value();
        if (left.isEmpty() || left.getAsLong() > 0) {
            emptySince.remove(queue.name());
            return unknown("aftermath.queue-not-empty", queue.name());
        }
        long since = emptySince.computeIfAbsent(queue.name(), _ -> nanos.getAsLong());
        return nanos.getAsLong() - since >= STAYS_EMPTY.toNanos()
                ? Reading.of(sent)
                : unknown("aftermath.queue-just-empty", queue.name());
    }

    private static Stream<Position> in(ConsumerGroup group, String topic) {
        return group.positions().stream().filter(position -> position.topic().equals(topic));
    }

    /// How many of them the group has read past; no more than is certain where others' messages lie between them.
    private static long read(ConsumerGroup group, Landing landing) {
        long committed =
                in(group, landing.destination())
                        .filter(position -> position.partition() == landing.partition())
                        .map(position -> position.committed().value())
                        .flatMap(value -> value.stream().boxed())
                        .findFirst()
                        .orElse(0L);
        if (committed >= landing.past()) {
            return landing.count();
        }
        boolean alone = landing.past() - landing.from() == landing.count();
        return alone ? Math.max(0, committed - landing.from()) : 0;
    }

    static Reading unknown(String key, Object... arguments) {
        return Reading.unknown(CoreTexts.get(key, arguments));
    }
}
