package dev.signalbox.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.profile.Environment;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class OverviewScreenTest {
    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @Test
    void tellsWhatNeedsAHandTheMostUrgentFirst(FxRobot robot) {
        Samples.fill(window.connections().history("shop-kafka"));
        window.tell(Samples.broker());
        window.tell(Samples.coordinator());
        window.picture("overview");
        assertThat(robot.lookup(".need").queryAll()).hasSizeGreaterThan(4);
        window.tell(Samples.stale(Samples.broker()));
        window.tell(Samples.failed(Samples.kafka(Environment.PRODUCTION)));
        window.picture("overview-failed");
    }
}
