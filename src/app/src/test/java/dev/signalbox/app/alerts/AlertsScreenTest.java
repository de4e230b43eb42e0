package dev.signalbox.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.problem.ConnectorException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AlertsScreenTest {
    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @Test
    void whatIsToBeToldIsCountedListedAndLedTo(FxRobot robot) {
        window.tell(Samples.broker());
        assertThat(robot.lookup("#alerts .attention").<Labeled>query().getText()).isNotEqualTo("0");

        robot.clickOn("#alerts");
        window.picture("alerts");
        assertThat(robot.lookup("#alert-" + Samples.broker().profile().id() + "-LAG").tryQuery())
                .isPresent();
        robot.clickOn("#alert-" + Samples.broker().profile().id() + "-LAG");
        assertThat(window.composition().shell().currentProperty().get())
                .isEqualTo(FeatureId.CONSUMERS);
    }

    @Test
    void withoutAlertsThereIsNoNumber(FxRobot robot) {
        window.tell(Samples.connecting(Samples.seata()));
        assertThat(robot.lookup("#alerts .attention").<Node>query().isVisible()).isFalse();
    }

    @Test
    void whatIsToldOnTheDesktopIsNoPartOfACommand() throws ConnectorException {
        assertThat(new DesktopNotes("Linux").command("-x; rm", "$(words)"))
                .endsWith("--", "-x; rm", "$(words)");
        assertThat(new DesktopNotes("Mac OS X").command("a\" & b", "words"))
                .endsWith("a\" & b", "words");
        assertThatThrownBy(() -> new DesktopNotes("Windows 11").command("a", "b"))
                .isInstanceOf(ConnectorException.class);
    }
}
