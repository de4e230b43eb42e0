package dev.signalbox.app.testing;

import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.metrics.Derived.Latency;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.metrics.History;
import dev.signalbox.core.metrics.SeriesKey;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.ConsumerGroup.Position;
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
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A shop's broker and coordinator as they might be: something lags, something died, something hangs.
public final class Samples {
    /// When all this was read.
    public static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    private Samples() {}

    public static Profile kafka(Environment environment) {
        return new Profile(
                "shop-kafka",
                "shop-kafka",
                "kafka",
                environment,
                Access.READ_WRITE,
                Map.of("bootstrap.servers", "orders-broker:9092"));
    }

    public static Profile seata() {
        return new Profile(
                "shop-seata",
                "shop-seata",
                "seata",
                Environment.DEVELOPMENT,
                Access.READ_WRITE,
                Map.of("server", "tc:8091"));
    }

    public static ConnectionState connecting(Profile profile) {
        return new ConnectionState(
                profile,
                Phase.CONNECTING,
                Optional.empty(),
                Derived.nothing(),
                Optional.empty(),
                Optional.empty());
    }

    public static ConnectionState live(Profile profile, Snapshot snapshot, Derived derived) {
        return new ConnectionState(
                profile,
                Phase.LIVE,
                Optional.of(snapshot),
                derived,
                Optional.empty(),
                Optional.of(snapshot.takenAt()));
    }

    public static ConnectionState broker() {
        return live(kafka(Environment.DEVELOPMENT), brokerSnapshot(), brokerDerived());
    }

    public static ConnectionState coordinator() {
        return live(seata(), coordinatorSnapshot(), Derived.nothing());
    }

    /// The same, but the last poll failed.
    public static ConnectionState stale(ConnectionState state) {
        return new ConnectionState(
                state.profile(),
                Phase.STALE,
                state.snapshot(),
                state.derived(),
                Optional.of(unreachable()),
                state.lastTried());
    }

    /// Never connected: the password is wrong.
    public static ConnectionState failed(Profile profile) {
        return new ConnectionState(
                profile,
                Phase.FAILED,
                Optional.empty(),
                Derived.nothing(),
                Optional.of(
                        new Problem(
                                ProblemKind.AUTHENTICATION,
                                "orders-broker:9092 does not accept the user “console”.",
                                "Check user and password in the profile, then connect again.",
                                "org.example.SaslAuthenticationException: Authentication failed")),
                Optional.of(NOW));
    }

    public static Problem unreachable() {
        return new Problem(
                ProblemKind.UNREACHABLE,
                "orders-broker:9092 does not answer.",
                "Check that the broker runs and that its address is right.",
                "java.net.ConnectException: Connection refused");
    }

    public static Snapshot brokerSnapshot() {
        return new Snapshot(
                NOW.minusSeconds(2),
                Duration.ofMillis(38),
                new ServerInfo(
                        "Apache Kafka", "4.4.0", "kR2vQ9xTTmO", List.of("orders-broker:9092")),
                destinations(),
                groups(),
                List.of(),
                capabilities(
                        ActionKind.PURGE,
                        ActionKind.REPLAY,
                        ActionKind.PUBLISH,
                        ActionKind.RESTORE,
                        ActionKind.RESET_OFFSETS),
                List.of());
    }

    public static List<Destination> destinations() {
        List<Destination> all = new ArrayList<>();
        for (String name : List.of("orders", "payments", "stock", "recommendations")) {
            all.add(
                    topic(
                            name,
                            120_400 + name.length() * 1_311L,
                            Optional.empty(),
                            Optional.empty()));
            all.add(topic(name + "-retry", name.length(), Optional.empty(), Optional.of(name)));
            all.add(
                    topic(
                            name + "-dlt",
                            name.equals("orders") ? 1_204 : 0,
                            Optional.of(name),
                            Optional.empty()));
        }
        all.add(
                new Destination(
                        "clicks",
                        DestinationKind.TOPIC,
                        false,
                        partitions(6, 8_000_000),
                        new Reading.Estimate(48_000_000, "offsets of a compacted topic"),
                        Reading.unknown("This server does not tell sizes on disk."),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return all;
    }

    private static Destination topic(
            String name, long retained, Optional<String> deadLetterOf, Optional<String> retryOf) {
        return new Destination(
                name,
                DestinationKind.TOPIC,
                false,
                partitions(3, retained / 3),
                Reading.of(retained),
                Reading.of(retained * 734),
                deadLetterOf,
                retryOf,
                Optional.empty());
    }

    private static List<Partition> partitions(int count, long each) {
        List<Partition> partitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            partitions.add(
                    new Partition(
                            i,
                            OptionalInt.of(1),
                            3,
                            i == 2 ? 2 : 3,
                            Reading.of(40 + i),
                            Reading.of(each + 40 + i)));
        }
        return partitions;
    }

    public static List<ConsumerGroup> groups() {
        return List.of(
                group("order", "stock", GroupState.STABLE, 3),
                group("payment", "orders", GroupState.STABLE, 12),
                group("recommendation", "recommendations", GroupState.STABLE, 18_340),
                group("stock", "payments", GroupState.STABLE, 0),
                group("warehouse-export", "orders", GroupState.EMPTY, 96_112));
    }

    private static ConsumerGroup group(String id, String topic, GroupState state, long lag) {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            long part = i == 0 ? lag - 2 * (lag / 3) : lag / 3;
            positions.add(
                    new Position(
                            topic,
                            i,
                            Reading.of(100_000 - part),
                            Reading.of(100_000),
                            Reading.of(part)));
        }
        return new ConsumerGroup(id, GroupType.CONSUMER, state, positions);
    }

    public static Derived brokerDerived() {
        return new Derived(
                Map.of(
                        "orders",
                        4.0,
                        "payments",
                        3.9,
                        "stock",
                        3.9,
                        "recommendations",
                        3.8,
                        "orders-dlt",
                        0.02,
                        "clicks",
                        812.0),
                Map.of("orders-dlt", 1.2),
                Map.of(
                        "order", trend(3.9, 1, 0, Verdict.OK, 1),
                        "payment", trend(4.1, 3, 3, Verdict.OK, 0.998),
                        "recommendation", trend(0.6, 2_900, -1, Verdict.WARN, 1),
                        "stock", trend(3.9, 0, 0, Verdict.OK, 1),
                        "warehouse-export", trend(0, 86_400, -1, Verdict.STALLED, 0.31)),
                OptionalDouble.of(12.5),
                OptionalDouble.of(0.9962),
                Optional.of(
                        new Latency(
                                Duration.ofMillis(412),
                                Duration.ofMillis(1_930),
                                Duration.ofSeconds(2))),
                OptionalDouble.of(0.9994));
    }

    private static GroupTrend trend(
            double rate, long lagSeconds, long drainSeconds, Verdict verdict, double available) {
        return new GroupTrend(
                OptionalDouble.of(rate),
                Optional.of(Duration.ofSeconds(lagSeconds)),
                drainSeconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(drainSeconds)),
                verdict,
                OptionalDouble.of(available));
    }

    public static Snapshot coordinatorSnapshot() {
        return new Snapshot(
                NOW.minusSeconds(1),
                Duration.ofMillis(61),
                new ServerInfo("Apache Seata", "2.6.0", "tc:8091", List.of("tc:8091")),
                List.of(),
                List.of(),
                transactions(),
                capabilities(ActionKind.ROLLBACK, ActionKind.COMMIT),
                List.of(
                        new Problem(
                                ProblemKind.AUTHORIZATION,
                                "Global locks may not be read.",
                                "Ask for the role that may see them.")));
    }

    public static List<GlobalTransaction> transactions() {
        return List.of(
                transaction("tc:8091:72057594037927941", TransactionStatus.BEGIN, 1),
                transaction("tc:8091:72057594037927902", TransactionStatus.BEGIN, 754),
                transaction(
                        "tc:8091:72057594037927711", TransactionStatus.ROLLBACK_RETRYING, 3_905));
    }

    private static GlobalTransaction transaction(
            String xid, TransactionStatus status, long ageSeconds) {
        return new GlobalTransaction(
                xid,
                "place-order",
                "order-service",
                "shop_tx_group",
                status,
                Optional.of(NOW.minusSeconds(ageSeconds)),
                Duration.ofMinutes(15),
                List.of(
                        branch("72057594037927903", "orders", "orders", "8121"),
                        branch("72057594037927904", "stock", "reservation", "4410"),
                        branch("72057594037927905", "payments", "payment", "5590")),
                Optional.empty());
    }

    private static GlobalTransaction.Branch branch(
            String id, String database, String table, String key) {
        return new GlobalTransaction.Branch(
                id,
                "AT",
                "jdbc:postgresql://db:5432/" + database,
                "Registered",
                database + "-service:127.0.0.1:52110",
                List.of(new GlobalTransaction.Lock(table, key)));
    }

    private static Map<ActionKind, Support> capabilities(ActionKind... kinds) {
        Map<ActionKind, Support> offered = new EnumMap<>(ActionKind.class);
        for (ActionKind kind : kinds) {
            offered.put(kind, new Support.Offered());
        }
        return offered;
    }

    /// Half an hour of figures, one every ten seconds.
    public static void fill(History history) {
        for (int i = 0; i < 180; i++) {
            Instant at = NOW.minusSeconds((180 - i) * 10L);
            double wave = Math.sin(i / 9.0);
            history.add(SeriesKey.total(SeriesKey.Kind.TOTAL_IN_RATE), at, 14 + 3 * wave);
            history.add(SeriesKey.total(SeriesKey.Kind.TOTAL_CONSUME_RATE), at, 12 + 2 * wave);
            history.add(SeriesKey.total(SeriesKey.Kind.DEAD_LETTERS), at, 1_100 + i * 0.6);
            history.add(SeriesKey.total(SeriesKey.Kind.OPEN_TRANSACTIONS), at, 2 + (i % 3));
            history.add(SeriesKey.phase(TransactionStatus.Phase.RUNNING), at, 1 + (i / 7) % 3);
            history.add(SeriesKey.phase(TransactionStatus.Phase.COMMITTING), at, (i / 11) % 2);
            history.add(SeriesKey.phase(TransactionStatus.Phase.ROLLING_BACK), at, i < 90 ? 0 : 1);
            history.add(SeriesKey.phase(TransactionStatus.Phase.STUCK), at, i < 120 ? 0 : 2);
            for (Destination destination : destinations()) {
                history.add(
                        new SeriesKey(SeriesKey.Kind.IN_RATE, destination.name()), at, 4 + wave);
                history.add(new SeriesKey(SeriesKey.Kind.DEPTH, destination.name()), at, 1_000 + i);
            }
            for (ConsumerGroup group : groups()) {
                long lag = group.totalLag().orElse(0);
                history.add(
                        new SeriesKey(SeriesKey.Kind.LAG, group.id()), at, lag * (0.3 + i / 256.0));
                history.add(new SeriesKey(SeriesKey.Kind.CONSUME_RATE, group.id()), at, 3.9 + wave);
            }
        }
    }
}
