package dev.signalbox.app.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.testing.FakeReader;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.TestWindow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class QueuesScreenTest {
    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @Test
    void showsTheMessagesOfTheSelectedTopic(FxRobot robot) {
        Samples.fill(window.connections().history("shop-kafka"));
        window.connections().read("shop-kafka", new FakeReader());
        window.tell(Samples.broker());
        window.show(FeatureId.QUEUES);
        window.picture("queues");
        window.show(FeatureId.QUEUES, new Focus("shop-kafka", "orders"));
        window.await(() -> robot.lookup("4711").tryQuery().isPresent());
        robot.clickOn("4711");
        window.picture("queues-messages");
        robot.clickOn("#queues-tab-partitions");
        window.picture("queues-partitions");
        assertThat(robot.lookup("#purge").tryQuery()).isPresent();
    }

    @Test
    void aMessageIsWrittenCheckedAndHandedToTheReview(FxRobot robot) {
        Samples.fill(window.connections().history("shop-kafka"));
        window.connections().read("shop-kafka", new FakeReader());
        window.tell(Samples.broker());
        window.show(FeatureId.QUEUES, new Focus("shop-kafka", "orders"));
        robot.clickOn("#queues-tab-charts");
        window.picture("queues-figures");
        robot.clickOn("#publish");
        robot.clickOn("#publish-partition").write("x");
        robot.clickOn("#publish-review");
        window.picture("publish");
        assertThat(robot.lookup("#publish-review").tryQuery())
                .as("still there: the partition is no number")
                .isPresent();
    }
}
