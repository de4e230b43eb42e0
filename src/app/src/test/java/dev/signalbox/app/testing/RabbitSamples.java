package dev.signalbox.app.testing;

import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.ConsumerGroup.Position;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.GroupType;
import dev.signalbox.core.model.QueueFigures;
import dev.signalbox.core.model.QueueFigures.DeadLettering;
import dev.signalbox.core.model.QueueFigures.Rates;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.port.Details.Sheet;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// A shop's RabbitMQ as it might be: a bounded queue is full, a node waits for disk.
public final class RabbitSamples {
    private static final DeadLettering DYING =
            new DeadLettering(
                    "shop.dead",
                    Optional.of("orders"),
                    "policy dead-letters",
                    List.of("orders.dlq"));

    private RabbitSamples() {}

    /// A node with statistics.
    public static ConnectionState node() {
        return state(List.of(), new Rates(of(4.2), of(4.1), of(0.2), of(3.9), ""));
    }

    /// The same with its statistics turned off, and with a disk alarm.
    public static ConnectionState nodeInAlarm() {
        return state(
                List.of(
                        new Problem(
                                ProblemKind.CONFLICT,
                                "Node rabbit@shop-1 has a disk alarm: all publishers wait",
                                "Free space on its disk",
                                "")),
                Rates.unknown("rates disabled on the server"));
    }

    private static OptionalDouble of(double rate) {
        return OptionalDouble.of(rate);
    }

    private static ConnectionState state(List<Problem> warnings, Rates rates) {
        Map<ActionKind, Support> all = new EnumMap<>(ActionKind.class);
        for (ActionKind kind : ActionKind.values()) {
            all.put(kind, new Support.Offered());
        }
        return Samples.live(
                new Profile(
                        "shop-rabbit",
                        "shop-rabbit",
                        "rabbitmq",
                        Environment.TEST,
                        Access.READ_WRITE,
                        Map.of("uri", "amqp://rabbit:5672/shop")),
                new Snapshot(
                        Samples.NOW.minusSeconds(2),
                        Duration.ofMillis(31),
                        new ServerInfo(
                                "RabbitMQ", "4.3.6", "shop//", List.of("rabbit@shop-1"), warnings),
                        destinations(rates),
                        List.of(consumers()),
                        List.of(),
                        all,
                        List.of()),
                Derived.nothing());
    }

    private static ConsumerGroup consumers() {
        Reading none = Reading.unknown("a queue has no offsets");
        return new ConsumerGroup(
                "orders",
                GroupType.QUEUE,
                GroupState.STABLE,
                List.of(new Position("orders", 0, none, none, Reading.of(131))));
    }

    private static List<Destination> destinations(Rates rates) {
        DeadLettering lost =
                new DeadLettering("nowhere", Optional.empty(), "argument of the queue", List.of());
        Optional<String> full = Optional.of("full: refuses publishers");
        return List.of(
                queue("orders", rates, 120, 11, figures -> with(figures, DYING, Optional.empty())),
                queue("orders.dlq", rates, 42, 0, RabbitSamples::holdingLetters),
                queue("payments", rates, 1_000, 0, figures -> with(figures, DYING, full)),
                queue("stock", rates, 0, 0, figures -> with(figures, lost, Optional.empty())));
    }

    private static QueueFigures with(
            QueueFigures plain, DeadLettering dying, Optional<String> full) {
        return new QueueFigures(
                plain.ready(),
                plain.unacknowledged(),
                plain.rates(),
                plain.oldest(),
                Optional.of(dying),
                List.of(),
                full);
    }

    private static QueueFigures holdingLetters(QueueFigures plain) {
        return new QueueFigures(
                plain.ready(),
                plain.unacknowledged(),
                plain.rates(),
                plain.oldest(),
                Optional.empty(),
                List.of("orders", "payments"),
                Optional.empty());
    }

    private static Destination queue(
            String name,
            Rates rates,
            long ready,
            long unacknowledged,
            UnaryOperator<QueueFigures> more) {
        boolean told = rates.in().isPresent();
        QueueFigures figures =
                more.apply(
                        new QueueFigures(
                                Reading.of(ready),
                                Reading.of(unacknowledged),
                                rates,
                                told && ready > 0
                                        ? Optional.of(Samples.NOW.minusSeconds(ready))
                                        : Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty()));
        return new Destination(
                name,
                DestinationKind.QUEUE,
                false,
                List.of(),
                Reading.of(ready + unacknowledged),
                told ? Reading.of(ready * 734) : Reading.unknown(rates.unknown()),
                figures.deadLettersFrom().stream().findFirst(),
                Optional.empty(),
                Optional.of(figures));
    }

    static Sheet bindings() {
        return new Sheet(
                "Bindings",
                List.of("From", "Routing key", "To", "A", "Virtual host", "Arguments"),
                List.of(List.of("shop.events", "order.#", "orders", "queue", "shop", "")),
                Optional.empty());
    }

    static List<Sheet> sheets() {
        return List.of(
                new Sheet(
                        "Nodes",
                        List.of("Name", "State", "Memory used", "Disk free", "Files"),
                        List.of(
                                List.of(
                                        "rabbit@shop-1",
                                        "disk alarm: publishers wait",
                                        "512 MiB of 1638 MiB",
                                        "47 MiB of 50 MiB",
                                        "81 of 1024")),
                        Optional.empty()),
                new Sheet(
                        "Connections",
                        List.of("Name", "State", "User", "Channels"),
                        List.of(
                                List.of(
                                        "payment (10.0.0.7:51122)",
                                        "blocked: it publishes, and waits for an alarm to end",
                                        "shop",
                                        "2"),
                                List.of("stock (10.0.0.9:51124)", "running", "shop", "1")),
                        Optional.empty()),
                bindings());
    }
}
