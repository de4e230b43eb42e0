package dev.signalbox.app.consumers;

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

@ExtendWith(ApplicationExtension.class)
class ConsumersScreenTest {
    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @Test
    void showsTheSelectedGroupBelowTheTable(FxRobot robot) {
        Samples.fill(window.connections().history("shop-kafka"));
        window.tell(Samples.broker());
        window.show(FeatureId.CONSUMERS);
        window.picture("consumers");
        window.show(FeatureId.CONSUMERS, new Focus("shop-kafka", "warehouse-export"));
        window.picture("consumers-detail");
        robot.clickOn("#reset-offsets");
        window.picture("consumers-reset");
        assertThat(robot.lookup("#reset-review").tryQuery()).isPresent();
    }
}
