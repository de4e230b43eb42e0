package dev.signalbox.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.testing.FakeAdapter;
import dev.signalbox.app.testing.TestWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WelcomeTest {
    private final TestWindow window = new TestWindow(new FakeAdapter());

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @Test
    void offersTheDemoAndAConnectionOfOnesOwn(FxRobot robot) {
        window.picture("welcome");
        robot.clickOn("#connect-own");
        window.picture("connect");
        assertThat(robot.lookup("#connect-name").tryQuery()).isPresent();
    }
}
