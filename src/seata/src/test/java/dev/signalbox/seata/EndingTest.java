package dev.signalbox.seata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.seata.lab.Business;
import dev.signalbox.seata.lab.Lab;
import dev.signalbox.seata.lab.PostgresServer;
import dev.signalbox.seata.lab.SilentExecution;
import org.junit.jupiter.api.Test;

/// Ends transactions of a real business on a real coordinator and looks at its rows.
class EndingTest {

    @Test
    void aRollBackPutsTheRowsOfEveryDatabaseBackAndLeavesNoUndoLog() throws Exception {
        Business business = Lab.business();
        PostgresServer postgres = Lab.postgres();
        int row = Lab.row();
        postgres.execute(Lab.ITEMS, "INSERT INTO item VALUES (" + row + ", 10)");
        String xid = business.open("place-order", 60_000, row);
        assertThat(quantity(row)).isEqualTo(7);
        try (Connector connector = PollTest.connect(Lab.fileServer())) {
            Plan plan = connector.plan(new Action.RollbackTransaction(xid));
            System.out.println(plan);
            assertThat(quantity(row)).isEqualTo(7);

            Outcome outcome = connector.execute(plan, new SilentExecution());
            System.out.println(outcome);

            assertThat(outcome.result()).isEqualTo(Outcome.Result.SUCCEEDED);
            assertThat(outcome.done()).isEqualTo(2);
            assertThat(quantity(row)).isEqualTo(10);
        }
    }

    private static long quantity(int row) throws Exception {
        return Lab.postgres().number(Lab.ITEMS, "SELECT quantity FROM item WHERE id = " + row);
    }
}
