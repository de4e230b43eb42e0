package dev.signalbox.core.metrics;

import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.GroupType;
import dev.signalbox.core.model.Partition;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A broker whose messages a test moves by hand, and the trends of the polls it is given.
final class Scene {
    static final Duration INTERVAL = Duration.ofSeconds(2);

    final Trends trends = new Trends(INTERVAL);
    final Map<String, Topic> topics = new LinkedHashMap<>();
    final Map<String, Group> groups = new LinkedHashMap<>();
    final List<GlobalTransaction> transactions = new ArrayList<>();
    final Map<ActionKind, Support> capabilities = new LinkedHashMap<>();
    final List<Problem> gaps = new ArrayList<>();
    Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /// A topic of which a test may change everything.
    static final class Topic {
        final long[] start;
        final long[] end;
        boolean internal;

        /// Groups tell of it, the list of topics does not.
        boolean hidden;

        boolean endUnknown;
        boolean leaderless;
        Optional<String> deadLetterOf = Optional.empty();
        Optional<String> retryOf = Optional.empty();

        Topic(int partitions) {
            start = new long[partitions];
            end = new long[partitions];
        }

        Topic produce(long messages) {
            end[0] += messages;
            return this;
        }
    }

    /// A group of which a test may change everything.
    static final class Group {
        final Map<String, long[]> committed = new LinkedHashMap<>();
        GroupState state = GroupState.STABLE;
        GroupType type = GroupType.CLASSIC;

        Group read(String topic, int partition, long to) {
            of(topic)[partition] = to;
            return this;
        }

        long[] of(String topic) {
            return Objects.requireNonNull(committed.get(topic));
        }
    }

    Topic topic(String name) {
        return topics.computeIfAbsent(name, _ -> new Topic(1));
    }

    Group group(String id, String... topicNames) {
        Group group = groups.computeIfAbsent(id, _ -> new Group());
        for (String name : topicNames) {
            group.committed.computeIfAbsent(name, _ -> new long[topic(name).end.length]);
        }
        return group;
    }

    static GroupTrend trend(Derived derived, String group) {
        return Objects.requireNonNull(derived.groups().get(group));
    }

    /// Polls an interval later.
    Derived poll() {
        return pollAfter(INTERVAL);
    }

    Derived pollAfter(Duration pause) {
        now = now.plus(pause);
        return trends.add(snapshot());
    }

    /// Does the same before each of so many polls.
    Derived polls(int count, Runnable before) {
        Derived derived = Derived.nothing();
        for (int i = 0; i < count; i++) {
            before.run();
            derived = poll();
        }
        return derived;
    }

    Derived missed() {
        now = now.plus(INTERVAL);
        return trends.missed(now);
    }

    List<Double> history(SeriesKey.Kind kind, String subject) {
        return trends.history().points(new SeriesKey(kind, subject)).stream()
                .map(Point::value)
                .toList();
    }

    Snapshot snapshot() {
        List<Destination> destinations = new ArrayList<>();
        topics.forEach(
                (name, topic) -> {
                    if (!topic.hidden) {
                        destinations.add(destination(name, topic));
                    }
                });
        List<ConsumerGroup> consumers = new ArrayList<>();
        groups.forEach((id, group) -> consumers.add(consumerGroup(id, group)));
        return new Snapshot(
                now,
                Duration.ofMillis(20),
                new ServerInfo("Fake", "1", "cluster", List.of()),
                destinations,
                consumers,
                transactions,
                capabilities,
                gaps);
    }

    private static Destination destination(String name, Topic topic) {
        List<Partition> partitions = new ArrayList<>();
        long retained = 0;
        for (int i = 0; i < topic.end.length; i++) {
            retained += topic.end[i] - topic.start[i];
            partitions.add(
                    new Partition(
                            i,
                            topic.leaderless ? OptionalInt.empty() : OptionalInt.of(1),
                            1,
                            1,
                            Reading.of(topic.start[i]),
                            end(topic, i)));
        }
        return new Destination(
                name,
                DestinationKind.TOPIC,
                topic.internal,
                partitions,
                topic.endUnknown ? Reading.unknown("test") : Reading.of(retained),
                Reading.unknown("test"),
                topic.deadLetterOf,
                topic.retryOf,
                Optional.empty());
    }

    private ConsumerGroup consumerGroup(String id, Group group) {
        List<ConsumerGroup.Position> positions = new ArrayList<>();
        group.committed.forEach(
                (name, offsets) -> {
                    for (int i = 0; i < offsets.length; i++) {
                        Reading end = topics.containsKey(name) ? end(topic(name), i) : unknown();
                        OptionalLong known = end.value();
                        Reading lag =
                                known.isPresent()
                                        ? Reading.of(Math.max(0, known.getAsLong() - offsets[i]))
                                        : unknown();
                        positions.add(
                                new ConsumerGroup.Position(
                                        name, i, Reading.of(offsets[i]), end, lag));
                    }
                });
        return new ConsumerGroup(id, group.type, group.state, positions);
    }

    private static Reading end(Topic topic, int partition) {
        return topic.endUnknown ? unknown() : Reading.of(topic.end[partition]);
    }

    private static Reading unknown() {
        return Reading.unknown("test");
    }
}
