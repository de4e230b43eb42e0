package dev.signalbox.app.testing;

import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.model.Partition;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// A server in memory with one dead-letter topic `orders-dlt`, that really plans and carries out. What it does can be
/// held up, so that a test sees the window while it waits.
public final class ShelfServer implements ConnectorProvider {
    public static final String LETTERS = "orders-dlt";

    /// A setting that it quotes instead of connecting, as clients do with what they do not like.
    public static final String QUOTED = "shelf.password";

    final List<Message> shelf = new CopyOnWriteArrayList<>();
    final List<Message> delivered = new CopyOnWriteArrayList<>();
    final Hold planning = new Hold();
    final Hold executing = new Hold();
    private final ShelfPlans plans = new ShelfPlans(this);
    private final AtomicLong next = new AtomicLong();

    public static Profile profile(String id, Environment environment) {
        return new Profile(id, "shop " + id, "shelf", environment, Access.READ_WRITE, Map.of());
    }

    /// Puts messages on the shelf.
    public ShelfServer fill(List<Message> messages) {
        messages.forEach(this::put);
        return this;
    }

    void put(Message message) {
        shelf.add(
                new Message(
                        new MessageId(LETTERS, 0, next.getAndIncrement()),
                        message.timestamp(),
                        message.timestampType(),
                        message.key(),
                        message.value(),
                        message.headers()));
    }

    /// What lies on it now.
    public List<Message> shelf() {
        return List.copyOf(shelf);
    }

    /// What was replayed.
    public List<Message> delivered() {
        return List.copyOf(delivered);
    }

    /// Holds planning up.
    public Hold planning() {
        return planning;
    }

    /// Holds up every message that is about to be worked on.
    public Hold executing() {
        return executing;
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
    public Connector connect(Profile profile) throws ConnectorException {
        if (profile.settings().containsKey(QUOTED)) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.AUTHENTICATION,
                            "Nobody logs in with " + profile.settings().get(QUOTED),
                            "",
                            "password: " + profile.settings().get(QUOTED)));
        }
        return new Connection();
    }

    Snapshot snapshot() {
        return new Snapshot(
                Instant.now(),
                Duration.ofMillis(2),
                new ServerInfo("Shelf", "1.0", "shelf-1", List.of("shelf:1")),
                List.of(topic("orders", List.of()), topic(LETTERS, List.copyOf(shelf))),
                List.of(),
                List.of(),
                capabilities(),
                List.of());
    }

    private Destination topic(String name, List<Message> messages) {
        long start = messages.isEmpty() ? next.get() : messages.getFirst().id().position();
        return new Destination(
                name,
                DestinationKind.TOPIC,
                false,
                List.of(
                        new Partition(
                                0,
                                OptionalInt.of(1),
                                1,
                                1,
                                Reading.of(start),
                                Reading.of(next.get()))),
                Reading.of(messages.size()),
                Reading.unknown("It tells no sizes."),
                name.equals(LETTERS) ? Optional.of("orders") : Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Map<ActionKind, Support> capabilities() {
        Map<ActionKind, Support> all = new EnumMap<>(ActionKind.class);
        for (ActionKind kind : ActionKind.values()) {
            all.put(kind, new Support.Offered());
        }
        return all;
    }

    List<Message> selected(MessageSelection selection) {
        List<Message> all = List.copyOf(shelf);
        return switch (selection) {
            case MessageSelection.All _ -> all;
            case MessageSelection.Newest newest ->
                    all.subList(Math.max(0, all.size() - newest.count()), all.size());
            case MessageSelection.Ids ids ->
                    all.stream().filter(message -> ids.ids().contains(message.id())).toList();
            case MessageSelection.Ranges ranges ->
                    all.stream()
                            .filter(
                                    message ->
                                            ranges.ranges().stream()
                                                    .anyMatch(
                                                            range ->
                                                                    range.contains(
                                                                            0,
                                                                            message.id()
                                                                                    .position())))
                            .toList();
            case MessageSelection.Since _ -> throw new IllegalArgumentException("not asked for");
        };
    }

    private final class Connection implements Connector {
        @Override
        public Snapshot poll() {
            return snapshot();
        }

        @Override
        public Details inspect(Subject subject) throws ConnectorException {
            throw new ConnectorException(new Problem(ProblemKind.UNSUPPORTED, "no details", ""));
        }

        @Override
        public MessageStream browse(String destination, MessageSelection selection, long limit) {
            Iterator<Message> messages =
                    new ArrayList<>(destination.equals(LETTERS) ? selected(selection) : List.of())
                            .iterator();
            return new MessageStream() {
                @Override
                public Optional<Message> next() {
                    return messages.hasNext() ? Optional.of(messages.next()) : Optional.empty();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Plan plan(Action action) throws ConnectorException, InterruptedException {
            planning.pass();
            return plans.plan(action);
        }

        @Override
        public Outcome execute(Plan plan, Execution execution) throws ConnectorException {
            return plans.execute(plan, execution);
        }

        @Override
        public void close() {}
    }
}
