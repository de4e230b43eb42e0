package dev.signalbox.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.testing.ControlStub;
import dev.signalbox.app.testing.TestWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DemoScreenTest {
    private final TestWindow window = new TestWindow();
    private final ControlStub demo;

    DemoScreenTest() throws IOException {
        Path folder = window.data().resolve("demo");
        Files.createDirectories(folder);
        demo = new ControlStub(folder, ControlStub.state(true));
    }

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void theDemoIsJoinedFromTheWelcomeAndSteered(FxRobot robot) {
        robot.clickOn("#try-demo");
        await().until(() -> robot.lookup("#go-demo").tryQuery().isPresent());
        window.show(FeatureId.DEMO);
        await().until(() -> robot.lookup("#incident-slow-consumer").tryQuery().isPresent());
        await().untilAsserted(
                        () ->
                                assertThat(robot.lookup("#traffic-placed").<Label>query().getText())
                                        .isEqualTo("1\u202F204"));
        window.picture("demo");
        assertThat(robot.lookup(".demo-progress").<Node>queryAll())
                .as("what tells how it comes up, while it is up")
                .noneMatch(DemoScreenTest::isSeen);
        demo.tell(ControlStub.state(true).replace("\"placed\": 1204", "\"placed\": null"));

        robot.clickOn("#incident-slow-consumer");
        await().untilAsserted(
                        () ->
                                assertThat(demo.asked())
                                        .contains("PUT /incidents/slow-consumer {\"on\":false}"));
        await().untilAsserted(
                        () ->
                                assertThat(robot.lookup("#traffic-placed").<Label>query().getText())
                                        .isEqualTo("–"));
        robot.clickOn("#show-poison-messages");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.composition().shell().currentProperty().get())
                .isEqualTo(FeatureId.DEAD_LETTERS);
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }
}
