package dev.signalbox.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.testing.ControlStub;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TourScreenTest {
    private final ShelfServer server = new ShelfServer().fill(Shelves.letters(3));
    private final Workbench workbench;
    private final TestWindow window;
    private final ControlStub demo;

    TourScreenTest() throws IOException, ConnectorException {
        Path folder = Files.createTempDirectory(Path.of("target"), "tour");
        Folders folders = Folders.under(folder);
        workbench = Shelves.workbench(folder, server);
        window = new TestWindow(workbench, folders);
        Path of = folders.data().resolve("demo");
        Files.createDirectories(of);
        demo = new ControlStub(of, ControlStub.state(true));
    }

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void close() {
        demo.close();
        workbench.close();
    }

    @Test
    void theTourBeginsWithTheFirstDemoAndLeadsThroughThreeSteps(FxRobot robot) {
        robot.clickOn("#try-demo");
        window.await(() -> isThere(robot));
        robot.clickOn("#tour-show");
        assertThat(window.composition().shell().currentProperty().get())
                .isEqualTo(FeatureId.DEAD_LETTERS);
        window.picture("tour");

        robot.clickOn("#tour-next").clickOn("#tour-show");
        assertThat(window.composition().shell().currentProperty().get())
                .isEqualTo(FeatureId.TRANSACTIONS);
        robot.clickOn("#tour-next").clickOn("#tour-show");
        assertThat(window.composition().shell().currentProperty().get()).isEqualTo(FeatureId.DEMO);
        robot.clickOn("#tour-next");

        assertThat(isThere(robot)).isFalse();
        assertThat(window.composition().preferences().tourSeen()).isTrue();
    }

    @Test
    void whoSkipsTheTourIsNotAskedAgainAndFindsItWithTheKeys(FxRobot robot) {
        robot.clickOn("#try-demo");
        window.await(() -> isThere(robot));
        robot.clickOn("#tour-skip");
        assertThat(isThere(robot)).isFalse();
        robot.clickOn("#go-demo").clickOn("#demo-stop");
        window.await(() -> robot.lookup("#try-demo").tryQuery().isPresent());
        robot.clickOn("#try-demo");
        window.await(() -> robot.lookup("#go-demo").tryQuery().isPresent());
        assertThat(isThere(robot)).isFalse();

        robot.type(KeyCode.F1);
        robot.clickOn("#tour-begin");

        window.await(() -> isThere(robot));
        assertThat(title(robot)).startsWith("1 of 3");
    }

    @Test
    void aReplayThatWasCarriedOutIsTicked(FxRobot robot) {
        robot.clickOn("#try-demo");
        window.await(() -> isThere(robot));
        TestWindow.onFx(
                () ->
                        window.composition()
                                .live()
                                .open(ShelfServer.profile("test", Environment.TEST)));
        window.show(FeatureId.DEAD_LETTERS);
        window.await(() -> !robot.lookup("#letters .table-row-cell").queryAll().isEmpty());
        window.await(() -> !robot.lookup("#replay-all").query().isDisabled());

        robot.clickOn("#replay-all");
        window.await(() -> robot.lookup("#action-confirm").tryQuery().isPresent());
        robot.clickOn("#action-confirm");

        window.await(() -> title(robot).endsWith("done"));
        assertThat(server.delivered()).hasSize(3);
    }

    private static boolean isThere(FxRobot robot) {
        return robot.lookup("#tour").tryQuery().filter(bar -> bar.isVisible()).isPresent();
    }

    private static String title(FxRobot robot) {
        return robot.lookup("#tour-title").<Labeled>query().getText();
    }
}
