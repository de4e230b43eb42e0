package dev.signalbox.seata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.seata.lab.Business;
import dev.signalbox.seata.lab.Lab;
import dev.signalbox.seata.lab.PostgresServer;
import dev.signalbox.seata.lab.Profiles;
import dev.signalbox.seata.lab.SeataServer;
import dev.signalbox.seata.lab.SilentExecution;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Ends transactions of a real business, with real AT branches, on a real coordinator, and looks at its rows.
@Timeout(120)
class EndingTest {

    private static final int MINUTE = 60_000;

    @Test
    void aRollBackPutsTheRowsOfEveryDatabaseBackAndLeavesNoUndoLog() throws Exception {
        int row = stock(10);
        String xid = Lab.business().open("place-order", MINUTE, row);
        assertThat(quantity(row)).isEqualTo(7);
        assertThat(undoLogs(xid)).isEqualTo(2);
        try (Connector connector = PollTest.connect(Lab.fileServer())) {
            Plan plan = connector.plan(new Action.RollbackTransaction(xid));
            assertThat(quantity(row)).as("a plan changes nothing").isEqualTo(7);
            assertThat(PollTest.find(connector.poll(), xid).status())
                    .isEqualTo(TransactionStatus.BEGIN);

            SilentExecution execution = new SilentExecution();
            Outcome outcome = connector.execute(plan, execution);

            assertThat(outcome.result()).isEqualTo(Result.SUCCEEDED);
            assertThat(outcome.done()).isEqualTo(2);
            assertThat(outcome.undo()).isEmpty();
            assertThat(execution.told()).startsWith(0L).endsWith(2L);
            assertThat(quantity(row)).isEqualTo(10);
            assertThat(purchases(row)).isZero();
            assertThat(undoLogs(xid)).isZero();
            assertThat(connector.poll().transactions())
                    .extracting(GlobalTransaction::xid)
                    .doesNotContain(xid);
        }
    }

    @Test
    void aCommitKeepsTheRowsAndLeavesNoUndoLog() throws Exception {
        int row = stock(10);
        String xid = Lab.business().open("place-order", MINUTE, row);
        try (Connector connector = PollTest.connect(Lab.fileServer())) {
            Plan plan = connector.plan(new Action.CommitTransaction(xid));

            Outcome outcome = connector.execute(plan, new SilentExecution());

            assertThat(outcome.result()).isEqualTo(Result.SUCCEEDED);
            assertThat(outcome.done()).isEqualTo(2);
            await().untilAsserted(() -> assertThat(undoLogs(xid)).isZero());
            assertThat(quantity(row)).isEqualTo(7);
            assertThat(purchases(row)).isOne();
        }
    }

    @Test
    void aPlanSaysWhatItDoesToEachBranchAndThatItCannotBeTakenBack() throws Exception {
        int row = stock(10);
        String xid = Lab.business().open("place-order", MINUTE, row);
        SeataServer server = Lab.fileServer();
        try (Connector connector = PollTest.connect(server)) {
            Plan plan = connector.plan(new Action.RollbackTransaction(xid));

            assertThat(plan.clusterId()).isEqualTo("seata:" + server.rpc());
            assertThat(plan.action()).isEqualTo(new Action.RollbackTransaction(xid));
            assertThat(plan.effect().unit()).isEqualTo(Unit.BRANCHES);
            assertThat(plan.effect().count()).isEqualTo(2);
            assertThat(plan.effect().exact()).isTrue();
            assertThat(plan.reversal()).isEqualTo(Reversal.IMPOSSIBLE);
            assertThat(plan.steps()).hasSize(2);
            assertThat(plan.steps().getFirst().text())
                    .startsWith("AT " + Lab.postgres().url(Lab.PURCHASES) + " (shop:127.0.0.1:")
                    .contains("one locked row");
            assertThat(plan.hazards())
                    .extracting(Hazard::code)
                    .containsExactly("business-running", "dirty-rows");
            connector.execute(plan, new SilentExecution());
        }
    }

    @Test
    void aRowThatSomebodyElseHasChangedIsToldAsAFailureAndStaysLocked() throws Exception {
        int row = stock(10);
        String xid = Lab.business().open("place-order", MINUTE, row);
        Lab.postgres().execute(Lab.ITEMS, "UPDATE item SET quantity = 1 WHERE id = " + row);
        try (Connector connector = PollTest.connect(Lab.fileServer())) {
            Plan plan = connector.plan(new Action.RollbackTransaction(xid));

            Outcome outcome = connector.execute(plan, new SilentExecution());

            assertThat(outcome.result()).isIn(Result.FAILED, Result.PARTIAL);
            Problem problem = outcome.steps().getFirst().problem().orElseThrow();
            assertThat(problem.summary()).contains(xid, "given up", "changed by somebody else");
            assertThat(problem.remedy()).contains("dirty");
            assertThat(outcome.steps().getLast().text())
                    .as("the branch that is left")
                    .contains(Lab.postgres().url(Lab.ITEMS));
            assertThat(quantity(row)).isEqualTo(1);
            GlobalTransaction left = PollTest.find(connector.poll(), xid);
            assertThat(left.status()).isEqualTo(TransactionStatus.ROLLBACK_FAILED);
            assertThat(left.lockCount()).isPositive();

            Problem again = refused(connector, new Action.RollbackTransaction(xid));
            assertThat(again.kind()).isEqualTo(ProblemKind.UNSUPPORTED);
            assertThat(again.summary()).contains("stay locked");
        }
    }

    @Test
    void aServiceThatIsDownIsToldAsStillRollingBack() throws Exception {
        PostgresServer postgres = Lab.postgres();
        postgres.createShop("mortal_purchases");
        postgres.createShop("mortal_items");
        postgres.execute("mortal_items", "INSERT INTO item VALUES (1, 10)");
        SeataServer server = Lab.fileServer();
        try (Business mortal =
                        new Business(
                                server,
                                "mortal",
                                postgres.url("mortal_purchases"),
                                postgres.url("mortal_items"));
                Connector connector = impatient(server)) {
            String xid = mortal.open("place-order", MINUTE, 1);
            mortal.kill();
            Plan plan = connector.plan(new Action.RollbackTransaction(xid));

            Outcome outcome = connector.execute(plan, new SilentExecution());

            assertThat(outcome.result()).isEqualTo(Result.PARTIAL);
            assertThat(outcome.done()).isZero();
            Problem problem = outcome.steps().getFirst().problem().orElseThrow();
            assertThat(problem.kind()).isEqualTo(ProblemKind.TIMEOUT);
            assertThat(problem.summary())
                    .contains("still being rolled back", "ROLLBACK_RETRYING", "does not answer");
            assertThat(outcome.steps()).hasSize(3);
            assertThat(refused(connector, new Action.RollbackTransaction(xid)).kind())
                    .isEqualTo(ProblemKind.CONFLICT);
        }
    }

    static Connector impatient(SeataServer server) throws ConnectorException {
        return new SeataConnector(
                SeataSettings.of(Profiles.of(server.settings())),
                Clock.systemUTC(),
                Duration.ofSeconds(2));
    }

    static Problem refused(Connector connector, Action action) {
        return catchThrowableOfType(ConnectorException.class, () -> connector.plan(action))
                .problem();
    }

    /// A new item with so many in stock.
    private static int stock(int quantity) throws Exception {
        Lab.business();
        int row = Lab.row();
        Lab.postgres()
                .execute(Lab.ITEMS, "INSERT INTO item VALUES (" + row + ", " + quantity + ")");
        return row;
    }

    private static long quantity(int row) throws Exception {
        return Lab.postgres().number(Lab.ITEMS, "SELECT quantity FROM item WHERE id = " + row);
    }

    private static long purchases(int row) throws Exception {
        return Lab.postgres()
                .number(Lab.PURCHASES, "SELECT count(*) FROM purchase WHERE id = " + row);
    }

    private static long undoLogs(String xid) throws Exception {
        String query = "SELECT count(*) FROM undo_log WHERE xid = '" + xid + "'";
        return Lab.postgres().number(Lab.ITEMS, query)
                + Lab.postgres().number(Lab.PURCHASES, query);
    }
}
