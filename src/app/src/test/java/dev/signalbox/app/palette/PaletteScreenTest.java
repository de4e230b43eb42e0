package dev.signalbox.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.TestWindow;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PaletteScreenTest {
    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @Test
    void aGroupIsFoundAndGoneToWithoutTheMouse(FxRobot robot) {
        window.tell(Samples.broker());
        open(robot);
        window.picture("palette");
        robot.write("warehouse").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(window.composition().shell().currentProperty().get())
                .isEqualTo(FeatureId.CONSUMERS);
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();
        assertThat(robot.lookup(".detail-title").queryLabeled().getText())
                .isEqualTo("warehouse-export");
    }

    @Test
    void theArrowsMoveAndEscTurnsAway(FxRobot robot) {
        window.tell(Samples.broker());
        open(robot);
        ListView<?> found = robot.lookup("#palette-found").queryListView();
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.UP);
        assertThat(found.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();
    }

    @Test
    void actionsAreOfferedOnlyWhereTheServerAndTheProfileAllowThem(FxRobot robot) {
        window.tell(Samples.broker());
        open(robot);
        robot.write("purge orders");
        WaitForAsyncUtils.waitForFxEvents();
        window.picture("palette-actions");

        ListView<?> found = robot.lookup("#palette-found").queryListView();
        assertThat(found.getItems()).isNotEmpty();
    }

    @Test
    void beforeAnythingIsOpenThereAreCommandsOnly(FxRobot robot) {
        open(robot);
        ListView<?> found = robot.lookup("#palette-found").queryListView();

        assertThat(found.getItems()).isNotEmpty().allMatch(it -> ((Entry) it).always());
    }

    @Test
    void theKeysAreToldOnF1(FxRobot robot) {
        window.tell(Samples.broker());
        robot.type(KeyCode.F1);
        WaitForAsyncUtils.waitForFxEvents();
        window.picture("keys");
        assertThat(robot.lookup("#cheat-sheet .key").queryAll()).hasSize(9);
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        assertThat(robot.lookup("#palette").tryQuery()).isEmpty();
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#cheat-sheet").tryQuery()).isEmpty();
    }

    private static void open(FxRobot robot) {
        robot.push(KeyCode.SHORTCUT, KeyCode.K);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#palette").tryQuery()).isPresent();
        assertThat(robot.lookup("#palette-field").query().isFocused()).isTrue();
    }
}
