package dev.signalbox.cli.fake;

import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.Partition;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A server in memory: topics of one partition, groups and transactions. What it does can be set.
public final class FakeServer implements ConnectorProvider {
    public static final String TYPE = "fake";
    public static final Instant MADE = Instant.parse("2026-11-22T10:00:00Z");

    final Map<String, TreeMap<Long, Message>> topics = new ConcurrentHashMap<>();
    final Map<String, String> deadLetterOf = new ConcurrentHashMap<>();
    final Set<String> queues = ConcurrentHashMap.newKeySet();
    final List<String> done = new CopyOnWriteArrayList<>();
    final Map<ActionKind, Support> capabilities = new EnumMap<>(ActionKind.class);
    private final List<ConsumerGroup> groups = new CopyOnWriteArrayList<>();
    private final List<GlobalTransaction> transactions = new CopyOnWriteArrayList<>();
    volatile @Nullable Problem failure;
    volatile boolean irreversible;
    volatile int failAfter = Integer.MAX_VALUE;
    volatile Optional<CountDownLatch> holdAfterFirst = Optional.empty();

    public FakeServer() {
        for (ActionKind kind : ActionKind.values()) {
            capabilities.put(kind, new Support.Offered());
        }
    }

    /// Appends a message and returns its offset.
    public long put(String topic, @Nullable String value, Header... headers) {
        TreeMap<Long, Message> messages = topics.computeIfAbsent(topic, _ -> new TreeMap<>());
        synchronized (messages) {
            long offset = messages.isEmpty() ? 0 : messages.lastKey() + 1;
            messages.put(
                    offset,
                    new Message(
                            new MessageId(topic, 0, offset),
                            MADE,
                            TimestampType.CREATE_TIME,
                            Bytes.utf8("key"),
                            value == null ? null : Bytes.utf8(value),
                            List.of(headers)));
            return offset;
        }
    }

    public List<String> values(String topic) {
        TreeMap<Long, Message> messages = topics.getOrDefault(topic, new TreeMap<>());
        synchronized (messages) {
            return messages.values().stream()
                    .map(each -> each.value() == null ? "-" : each.value().text().orElse("?"))
                    .toList();
        }
    }

    public void keepsDeadLettersOf(String topic, String origin) {
        topics.computeIfAbsent(topic, _ -> new TreeMap<>());
        deadLetterOf.put(topic, origin);
    }

    /// It is a queue, no topic.
    public void makeQueue(String name) {
        queues.add(name);
    }

    public void add(ConsumerGroup group) {
        groups.add(group);
    }

    public void add(GlobalTransaction transaction) {
        transactions.add(transaction);
    }

    public void refuse(ActionKind kind, String reason) {
        capabilities.put(kind, new Support.Refused(reason));
    }

    /// From now on every call fails so.
    public void fail(Problem problem) {
        failure = problem;
    }

    /// An action stops short after so many messages.
    public void failAfter(int messages) {
        failAfter = messages;
    }

    /// No action can be taken back.
    public void makeIrreversible() {
        irreversible = true;
    }

    /// An action waits after its first message until it is interrupted; the latch opens when it waits.
    public CountDownLatch holdAfterFirst() {
        CountDownLatch waits = new CountDownLatch(1);
        holdAfterFirst = Optional.of(waits);
        return waits;
    }

    /// What was carried out, in order.
    public List<String> done() {
        return List.copyOf(done);
    }

    Snapshot snapshot() {
        List<Destination> destinations = new ArrayList<>();
        new TreeMap<>(topics)
                .forEach(
                        (name, messages) ->
                                destinations.add(
                                        new Destination(
                                                name,
                                                queues.contains(name)
                                                        ? DestinationKind.QUEUE
                                                        : DestinationKind.TOPIC,
                                                false,
                                                List.of(partition(messages)),
                                                Reading.of(messages.size()),
                                                Reading.unknown("no disk"),
                                                Optional.ofNullable(deadLetterOf.get(name)),
                                                Optional.empty(),
                                                Optional.empty())));
        return new Snapshot(
                Instant.now(),
                Duration.ofMillis(3),
                new ServerInfo("Fake", "1.0", "fake-cluster", List.of("here")),
                destinations,
                groups,
                transactions,
                capabilities,
                List.of());
    }

    private static Partition partition(NavigableMap<Long, Message> messages) {
        synchronized (messages) {
            return new Partition(
                    0,
                    OptionalInt.of(1),
                    1,
                    1,
                    Reading.of(messages.isEmpty() ? 0 : messages.firstKey()),
                    Reading.of(messages.isEmpty() ? 0 : messages.lastKey() + 1));
        }
    }

    MessageStream browse(String destination, MessageSelection selection, long limit) {
        List<Message> found = new ArrayList<>(FakeConnector.selected(this, destination, selection));
        List<Message> oldest = found.subList(0, (int) Math.min(limit, found.size()));
        return new MessageStream() {
            private int next;

            @Override
            public Optional<Message> next() {
                return next < oldest.size() ? Optional.of(oldest.get(next++)) : Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String displayName() {
        return "Fake";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Connector connect(Profile profile) throws ConnectorException {
        return new FakeConnector(this);
    }
}
