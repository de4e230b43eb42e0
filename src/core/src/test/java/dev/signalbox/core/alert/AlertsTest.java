package dev.signalbox.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.core.alert.Alerts.Notice;
import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.ServerInfo;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private final Alerts alerts = new Alerts(ZoneOffset.UTC);
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, GroupTrend> groups = new HashMap<>();
    private final Map<String, Double> deadLetters = new HashMap<>();
    private List<GlobalTransaction> transactions = List.of();
    private List<Problem> gaps = List.of();
    private List<Problem> warnings = List.of();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aGroupThatStandsStillIsToldOnce() throws Exception {
        assertThat(look()).isEmpty();
        groups.put("payment", trend(Verdict.STALLED));

        assertThat(look())
                .singleElement()
                .satisfies(
                        notice -> {
                            assertThat(notice.alert().kind()).isEqualTo(AlertKind.LAG);
                            assertThat(notice.alert().subjects()).containsExactly("payment");
                            assertThat(notice.alert().since()).isEqualTo(now);
                        });
        assertThat(look()).isEmpty();
        pass(Duration.ofHours(3));
        assertThat(look()).isEmpty();
        assertThat(alerts.all()).hasSize(1);
    }

    @Test
    void aStormIsOneAlertAndWhatJoinsItIsToldLater() throws Exception {
        for (int i = 0; i < 500; i++) {
            groups.put("group-" + i, trend(Verdict.STALLED));
        }
        assertThat(look())
                .singleElement()
                .extracting(it -> it.alert().subjects().size())
                .isEqualTo(500);

        groups.put("another", trend(Verdict.STALLED));
        assertThat(look()).isEmpty();
        assertThat(alerts.all().getFirst().subjects()).hasSize(501);
        pass(Watch.TOLD_AGAIN_AFTER);
        assertThat(look()).hasSize(1);
        assertThat(look()).isEmpty();
    }

    @Test
    void whatFlapsIsToldOnceAndWhatComesBackLaterIsToldAgain() throws Exception {
        groups.put("payment", trend(Verdict.STALLED));
        assertThat(look()).hasSize(1);
        for (int i = 0; i < 10; i++) {
            groups.clear();
            assertThat(look()).isEmpty();
            assertThat(alerts.all().getFirst().ended()).contains(now);
            pass(Duration.ofMinutes(1));
            groups.put("payment", trend(Verdict.STALLED));
            assertThat(look()).isEmpty();
            assertThat(alerts.all().getFirst().ended()).isEmpty();
        }
        groups.clear();
        assertThat(look()).isEmpty();
        pass(Watch.REARMED_AFTER);
        groups.put("payment", trend(Verdict.STALLED));
        assertThat(look()).hasSize(1);
    }

    @Test
    void inQuietHoursItIsShownAndToldAfterwards() throws Exception {
        settings.put("alerts.quiet", "22:00-07:00");
        now = Instant.parse("2026-11-22T23:00:00Z");
        groups.put("payment", trend(Verdict.STALLED));

        assertThat(look()).isEmpty();
        assertThat(alerts.all()).hasSize(1);
        now = Instant.parse("2026-11-23T06:59:59Z");
        assertThat(look()).isEmpty();
        now = Instant.parse("2026-11-23T07:00:00Z");
        assertThat(look()).hasSize(1);
    }

    @Test
    void aConnectionThatIsBackSoonWasNotLost() throws Exception {
        assertThat(look(Phase.STALE)).isEmpty();
        pass(Duration.ofSeconds(59));
        assertThat(look(Phase.STALE)).isEmpty();
        assertThat(look()).isEmpty();
        pass(Duration.ofSeconds(2));
        assertThat(look(Phase.STALE)).isEmpty();
        pass(Duration.ofMinutes(1));

        assertThat(look(Phase.STALE))
                .extracting(notice -> notice.alert().kind())
                .containsExactly(AlertKind.CONNECTION_LOST);
    }

    @Test
    void whatWasSoBeforeTheConnectionWasLostIsNotOver() throws Exception {
        groups.put("payment", trend(Verdict.STALLED));
        assertThat(look()).hasSize(1);
        groups.clear();

        assertThat(look(Phase.STALE)).isEmpty();
        assertThat(alerts.all().getFirst().ended()).isEmpty();
    }

    @Test
    void deadLettersTransactionsAndAlarmsAreToldByTheirRules() throws Exception {
        settings.put("alerts.dead-letters", "2");
        settings.put("alerts.transaction-age", "90s");
        deadLetters.put("orders.DLT", 2.0);
        deadLetters.put("stock.DLT", 2.5);
        transactions =
                List.of(
                        transaction("old", Duration.ofSeconds(91)),
                        transaction("new", Duration.ofSeconds(90)));
        warnings = List.of(new Problem(ProblemKind.CONFLICT, "Node a has a memory alarm", ""));
        gaps = List.of(new Problem(ProblemKind.AUTHORIZATION, "Groups may not be read", ""));

        assertThat(look())
                .extracting(notice -> notice.alert().kind(), notice -> notice.alert().subjects())
                .containsExactlyInAnyOrder(
                        tuple(AlertKind.DEAD_LETTERS, List.of("stock.DLT")),
                        tuple(AlertKind.TRANSACTION_AGE, List.of("old")),
                        tuple(AlertKind.ALARM, List.of("Node a has a memory alarm")));
    }

    @Test
    void whatIsSwitchedOffIsNotTold() throws Exception {
        for (String name :
                List.of("lag", "dead-letters", "transaction-age", "alarm", "connection-lost")) {
            settings.put("alerts." + name, "off");
        }
        groups.put("payment", trend(Verdict.STALLED));
        deadLetters.put("orders.DLT", 9.0);
        transactions = List.of(transaction("old", Duration.ofHours(9)));
        warnings = List.of(new Problem(ProblemKind.CONFLICT, "Node a has a memory alarm", ""));

        assertThat(look()).isEmpty();
        assertThat(look(Phase.FAILED)).isEmpty();
        assertThat(alerts.all()).isEmpty();
    }

    @Test
    void aRuleThatIsNotUnderstoodIsNamed() {
        for (String[] wrong :
                List.of(
                        new String[] {"alerts.lag", "often"},
                        new String[] {"alerts.quiet", "at night"},
                        new String[] {"alerts.transaction-age", "10"},
                        new String[] {"alerts.lagg", "off"})) {
            assertThatThrownBy(() -> AlertRules.of(Map.of(wrong[0], wrong[1])))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining(wrong[0]);
        }
    }

    @Test
    void theRulesAreNoSettingsOfTheAdapter() {
        settings.put("alerts.lag", "off");
        settings.put("bootstrap.servers", "b:1");

        assertThat(profile().forAdapter().settings()).containsOnlyKeys("bootstrap.servers");
    }

    private List<Notice> look() throws ConnectorException {
        return look(Phase.LIVE);
    }

    private List<Notice> look(Phase phase) throws ConnectorException {
        Snapshot snapshot =
                new Snapshot(
                        now,
                        Duration.ZERO,
                        new ServerInfo("Fake", "1", "cluster", List.of(), warnings),
                        List.of(),
                        List.of(),
                        transactions,
                        Map.of(),
                        gaps);
        Derived derived =
                new Derived(
                        Map.of(),
                        deadLetters,
                        groups,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        OptionalDouble.empty());
        return alerts.look(
                new ConnectionState(
                        profile(),
                        phase,
                        Optional.of(snapshot),
                        derived,
                        Optional.empty(),
                        Optional.of(now)),
                now);
    }

    private Profile profile() {
        return new Profile(
                "shop", "Shop", "kafka", Environment.PRODUCTION, Access.READ_ONLY, settings);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static GroupTrend trend(Verdict verdict) {
        return new GroupTrend(
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                verdict,
                OptionalDouble.empty());
    }

    private GlobalTransaction transaction(String xid, Duration age) {
        return new GlobalTransaction(
                xid,
                "order",
                "shop",
                "group",
                TransactionStatus.BEGIN,
                Optional.of(now.minus(age)),
                Duration.ofMinutes(1),
                List.of(),
                Optional.empty());
    }
}
