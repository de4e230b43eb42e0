package dev.signalbox.app.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.TestWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TransactionsScreenTest {
    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @Test
    void aHangingTransactionIsShownWithWhatItLocksAndCanBeEnded(FxRobot robot) {
        window.tell(Samples.coordinator());
        window.show(FeatureId.TRANSACTIONS);
        window.picture("transactions");
        window.show(FeatureId.TRANSACTIONS, new Focus("shop-seata", "tc:8091:72057594037927902"));
        window.picture("transactions-open");

        assertThat(robot.lookup("#roll-back").queryButton().isDisabled()).isFalse();
        robot.clickOn("#roll-back");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#action-dialog").tryQuery()).isPresent();
    }

    @Test
    void whatIsRollingBackAlreadyCannotBeEndedFromHere(FxRobot robot) {
        window.tell(Samples.coordinator());
        window.show(FeatureId.TRANSACTIONS, new Focus("shop-seata", "tc:8091:72057594037927711"));

        assertThat(robot.lookup("#roll-back").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup("#commit").queryButton().isDisabled()).isTrue();
    }

    @Test
    void nothingInFlightIsSaidInWords(FxRobot robot) {
        window.tell(Samples.broker());
        window.show(FeatureId.TRANSACTIONS);
        window.picture("transactions-empty");

        assertThat(
                        robot.lookup(
                                        "No global transaction is in flight. One that hangs would"
                                                + " stand here, with what it locks.")
                                .tryQuery())
                .isPresent();
    }
}
