package dev.signalbox.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.deadletter.CauseState;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DeadLettersScreenTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ShelfServer server = new ShelfServer().fill(Shelves.letters(42));
    private final Workbench workbench;
    private final TestWindow window;

    DeadLettersScreenTest() throws IOException, ConnectorException {
        Path folder = Files.createTempDirectory(Path.of("target"), "letters");
        workbench = Shelves.workbench(folder, server);
        window = new TestWindow(workbench, Folders.under(folder));
    }

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aLetterIsFoundReadAndReplayed(FxRobot robot) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        window.composition()
                                .live()
                                .open(ShelfServer.profile("test", Environment.TEST)));
        window.show(FeatureId.DEAD_LETTERS);
        await().until(() -> rows(robot) > 5);
        window.picture("dead-letters");
        robot.clickOn(robot.lookup("#letters .table-row-cell").nth(1).<Node>query());
        WaitForAsyncUtils.waitForFxEvents();
        window.picture("dead-letters-open");
        assertThat(robot.lookup("#replay-selected").<Labeled>query().getText())
                .isEqualTo("Replay selected…");

        robot.clickOn("#causes-over-time");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#causes-chart .names .label").queryAll()).hasSize(2);
        window.picture("dead-letters-over-time");
        TestWindow.onFx(() -> window.composition().shell().close());

        robot.clickOn(robot.lookup("#causes .table-row-cell").nth(1).<Node>query());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#replay-filtered").<Labeled>query().getText())
                .isEqualTo("Replay the 14 shown…");
        window.picture("dead-letters-cause");
        TestWindow.onFx(
                () ->
                        robot.lookup("#cause-state")
                                .<ChoiceBox<CauseState>>query()
                                .setValue(CauseState.LOOKED_AT));
        robot.clickOn("#cause-note").write("rates are missing");
        robot.clickOn("#cause-save");
        robot.clickOn("#where").write("payload/order>=8110\n");
        await().atMost(LIMIT)
                .until(
                        () ->
                                robot.lookup("#replay-filtered")
                                        .<Labeled>query()
                                        .getText()
                                        .equals("Replay the 11 shown…"));
        window.picture("dead-letters-filtered");
        robot.clickOn("#replay-filtered");
        await().until(() -> robot.lookup("#action-confirm").tryQuery().isPresent());
        assertThat(robot.lookup("#action-confirm").<Labeled>query().getText())
                .startsWith("Replay 11 messages");
        robot.clickOn("#action-confirm");
        await().untilAsserted(() -> assertThat(server.delivered()).hasSize(11));
    }

    @Test
    void aLetterIsEditedComparedAndReplayedAsEdited(FxRobot robot) throws Exception {
        TestWindow.onFx(
                () ->
                        window.composition()
                                .live()
                                .open(ShelfServer.profile("test", Environment.TEST)));
        window.show(FeatureId.DEAD_LETTERS);
        await().atMost(LIMIT).until(() -> rows(robot) > 5);
        robot.clickOn(robot.lookup("#letters .table-row-cell").nth(1).<Node>query());
        robot.clickOn("#edit-and-replay");
        TextArea value = robot.lookup("#edit-value").query();
        assertThat(robot.lookup("#edit-review").query().isDisabled()).isTrue();
        TestWindow.onFx(() -> value.setText(value.getText().replace("XTS", "EUR")));
        await().atMost(LIMIT).until(() -> !robot.lookup("#edit-review").query().isDisabled());
        window.picture("dead-letters-edit");

        robot.clickOn("#edit-review");
        await().atMost(LIMIT).until(() -> robot.lookup("#action-confirm").tryQuery().isPresent());
        window.picture("dead-letters-edit-plan");
        robot.clickOn("#action-confirm");
        await().atMost(LIMIT)
                .untilAsserted(
                        () ->
                                assertThat(server.delivered())
                                        .singleElement()
                                        .satisfies(
                                                copy ->
                                                        assertThat(copy.value())
                                                                .isEqualTo(
                                                                        Bytes.utf8(
                                                                                value.getText()))));
        assertThat(workbench.backups().list()).hasSize(1);
    }

    private static long rows(FxRobot robot) {
        return robot.lookup("#letters .table-row-cell").queryAll().size();
    }
}
