package dev.signalbox.core.metrics;

import dev.signalbox.core.model.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Works figures out from the successive snapshots of one connection, and keeps their history.
///
/// What each figure means, and over which window, stands in the glossary. Used by one thread at a time; only
/// [#history()] is for all.
public final class Trends {
    private final Duration interval;
    private final Windows windows;
    private final HistoryWriter history;
    private final Availability connection;
    private Topics topics;
    private Groups groups;
    private Optional<Instant> last = Optional.empty();
    private Derived derived = Derived.nothing();

    /// @param interval between polls
    public Trends(Duration interval) {
        this.interval = interval;
        this.windows = Windows.forInterval(interval);
        this.history = new HistoryWriter(interval);
        this.connection = new Availability(windows.longestGap().multipliedBy(2));
        this.topics = newTopics();
        this.groups = newGroups();
    }

    public History history() {
        return history.history();
    }

    /// Takes a new snapshot in.
    public Derived add(Snapshot snapshot) {
        Instant at = snapshot.takenAt();
        connection.look(at, true);
        last.ifPresent(before -> compareFrom(before, at));
        last = Optional.of(at);
        topics.look(at, snapshot.destinations(), snapshot.gaps().isEmpty());
        groups.look(at, snapshot.groups(), topics);
        derived =
                new Derived(
                        topics.rates(),
                        topics.deadLetterRates(),
                        groups.trends(),
                        groups.throughput(),
                        groups.successShare(topics.died()),
                        groups.latency(),
                        connection.share());
        history.write(snapshot, derived, topics.totalRate(snapshot.destinations()));
        return derived;
    }

    /// Notes a poll that failed: what was derived stays, but for the availability.
    public Derived missed(Instant at) {
        connection.look(at, false);
        groups.lookAway();
        derived =
                new Derived(
                        derived.rates(),
                        derived.deadLetterRates(),
                        derived.groups(),
                        derived.throughput(),
                        derived.successShare(),
                        derived.latency(),
                        connection.share());
        return derived;
    }

    /// Begins anew where two snapshots cannot be compared: the clock was set back, or so much time has passed that an
    /// average over it says nothing of now.
    private void compareFrom(Instant before, Instant at) {
        if (!at.isAfter(before)) {
            topics = newTopics();
            groups = newGroups();
        } else if (Duration.between(before, at).compareTo(windows.longestGap()) > 0) {
            topics.restart();
            groups.restart();
        }
    }

    /// Half an interval is known at the least, or a figure says more about the poll than about the server.
    private Topics newTopics() {
        return new Topics(windows, interval.dividedBy(2));
    }

    private Groups newGroups() {
        return new Groups(windows, interval.dividedBy(2), interval);
    }
}
