package dev.signalbox.app.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.app.testing.Looking;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ActionDialogTest {
    private static final Action PURGE =
            new Action.PurgeDestination(ShelfServer.LETTERS, new MessageSelection.All());
    private static final Action REPLAY =
            new Action.ReplayDeadLetters(
                    ShelfServer.LETTERS, new MessageSelection.All(), Optional.empty(), false);

    private final ShelfServer server = new ShelfServer().fill(Shelves.letters(42));
    private final Workbench workbench;
    private final TestWindow window;

    ActionDialogTest() throws IOException, ConnectorException {
        Path folder = Files.createTempDirectory(Path.of("target"), "dialog");
        workbench = Shelves.workbench(folder, server);
        window = new TestWindow(workbench, Folders.under(folder));
    }

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void close() {
        server.planning().letGo();
        server.executing().letGo();
        workbench.close();
    }

    @Test
    void aPurgeIsReviewedCarriedOutAndTakenBack(FxRobot robot) {
        connect("test", Environment.TEST);
        server.planning().hold();
        open("test", PURGE);
        window.picture("action-planning");
        server.planning().letGo();

        awaitNode(robot, "#action-confirm");
        assertThat(words(robot, "#action-confirm")).isEqualTo("Purge 42 messages");
        assertThat(words(robot, "#plan-amount")).isEqualTo("42 messages");
        window.picture("action-purge");
        server.executing().hold();
        robot.clickOn("#action-confirm");
        awaitNode(robot, "#action-stop");
        window.picture("action-running");
        server.executing().letGo();
        awaitNode(robot, "#action-undo");
        assertThat(words(robot, "#run-done")).isEqualTo("42 messages");
        assertThat(server.shelf()).isEmpty();
        window.picture("action-done");

        robot.clickOn("#action-undo");
        awaitNode(robot, "#action-confirm");
        assertThat(words(robot, "#action-confirm")).isEqualTo("Restore 42 messages to orders-dlt");
        robot.clickOn("#action-confirm");
        await().untilAsserted(() -> assertThat(server.shelf()).hasSize(42));
    }

    @Test
    void enterAloneNeverSaysYesAndEscTurnsAway(FxRobot robot) {
        connect("test", Environment.TEST);
        open("test", PURGE);
        awaitNode(robot, "#action-confirm");

        assertThat(robot.lookup("#action-cancel").queryButton().isFocused()).isTrue();
        robot.type(KeyCode.ENTER);
        open("test", PURGE);
        awaitNode(robot, "#action-confirm");
        robot.type(KeyCode.ESCAPE);

        await().until(() -> robot.lookup("#action-dialog").tryQuery().isEmpty());
        assertThat(server.shelf()).hasSize(42);
        assertThat(workbench.actions().operations()).isEmpty();
    }

    @Test
    void theKeyboardStaysWithinTheDialog(FxRobot robot) {
        connect("test", Environment.TEST);
        open("test", REPLAY);
        awaitNode(robot, "#action-confirm");
        Node dialog = robot.lookup("#action-dialog").query();

        for (int i = 0; i < 12; i++) {
            robot.type(KeyCode.TAB);
            Node focused = dialog.getScene().getFocusOwner();
            assertThat(isWithin(dialog, focused)).as("after %d: %s", i, focused).isTrue();
        }
    }

    private static boolean isWithin(Node dialog, @Nullable Node node) {
        return node != null && (node.equals(dialog) || isWithin(dialog, node.getParent()));
    }

    @Test
    void whateverIsShownTheFocusIsOnTheButtonThatTurnsAway(FxRobot robot) {
        connect("test", Environment.TEST);
        open("test", REPLAY);
        awaitNode(robot, "#action-confirm");
        assertTurnsAway(robot);
        robot.clickOn("#action-confirm");
        awaitNode(robot, "#action-operations");
        await().untilAsserted(() -> assertThat(server.delivered()).hasSize(42));
        awaitText(robot, "#run-status", "done");
        assertTurnsAway(robot);
        robot.type(KeyCode.ESCAPE);
        await().until(() -> robot.lookup("#action-dialog").tryQuery().isEmpty());

        open("test", REPLAY);
        awaitNode(robot, "#action-plan-again");
        assertTurnsAway(robot);
        robot.type(KeyCode.ESCAPE);
        await().until(() -> robot.lookup("#action-dialog").tryQuery().isEmpty());
    }

    private void assertTurnsAway(FxRobot robot) {
        await().untilAsserted(
                        () ->
                                assertThat(window.scene().getFocusOwner())
                                        .isSameAs(robot.lookup("#action-cancel").query()));
    }

    private static void awaitText(FxRobot robot, String query, String text) {
        await().until(() -> words(robot, query).equals(text));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aDoubleClickStartsOnce(FxRobot robot) {
        connect("test", Environment.TEST);
        open("test", REPLAY);
        awaitNode(robot, "#action-confirm");

        robot.doubleClickOn("#action-confirm");
        awaitNode(robot, "#action-operations");

        await().untilAsserted(() -> assertThat(server.delivered()).hasSize(42));
        assertThat(workbench.actions().operations()).hasSize(1);
    }

    @Test
    void productionIsUnmistakableAndAsksForTheName(FxRobot robot) {
        connect("prod", Environment.PRODUCTION);
        open("prod", PURGE);
        awaitNode(robot, "#action-confirm");
        robot.clickOn("#action-confirm");
        awaitNode(robot, "#action-undo");
        robot.clickOn("#action-undo");
        awaitNode(robot, "#action-name");

        assertThat(robot.lookup("#action-production").tryQuery()).isPresent();
        assertThat(robot.lookup("#action-confirm").queryButton().isDisabled()).isTrue();
        window.picture("action-production");
        robot.clickOn("#action-name").write("orders-dlt").type(KeyCode.ENTER);
        assertThat(server.shelf()).isEmpty();
        assertThat(robot.lookup("#action-confirm").queryButton().isDisabled()).isFalse();
        robot.clickOn("#action-confirm");
        await().untilAsserted(() -> assertThat(server.shelf()).hasSize(42));
    }

    @Test
    void aReplayShowsItsMessagesAndRefusesWhatWasSentBefore(FxRobot robot) {
        connect("test", Environment.TEST);
        open("test", REPLAY);
        awaitNode(robot, "#action-confirm");
        robot.clickOn("#plan-sample .table-row-cell");
        window.picture("action-replay-sample");
        robot.clickOn("#action-confirm");
        awaitNode(robot, "#action-operations");
        await().untilAsserted(() -> assertThat(server.delivered()).hasSize(42));

        open("test", REPLAY);
        awaitNode(robot, "#action-plan-again");
        window.picture("action-refused");
        robot.clickOn("#replay-again");
        awaitNode(robot, "#action-confirm");
        assertThat(robot.lookup("#hazard-replayed-before-again").tryQuery()).isPresent();
        assertThat(robot.lookup("#replay-again").query().isFocused()).isTrue();
        window.picture("action-replay-again");
    }

    @Test
    void aRateThatIsNoneIsNotTakenForNoLimit(FxRobot robot) {
        connect("test", Environment.TEST);
        open("test", REPLAY);
        awaitNode(robot, "#action-confirm");
        assertThat(Looking.scrolls(robot.lookup(".action-scroll").query())).isFalse();
        window.picture("action-replay-folded");
        unfold(robot);
        TextField rate = robot.lookup("#replay-rate").queryAs(TextField.class);

        TestWindow.onFx(() -> rate.setText("0"));
        assertThat(robot.lookup("#action-confirm").queryButton().isDisabled()).isTrue();
        TestWindow.onFx(() -> rate.setText("20000"));
        assertThat(robot.lookup("#action-confirm").queryButton().isDisabled()).isFalse();
        window.picture("action-replay-rate");
        robot.clickOn("#action-confirm");

        await().atMost(Duration.ofSeconds(60)).until(() -> server.delivered().size() == 42);
        assertThat(workbench.actions().operations().getFirst().caution())
                .isEqualTo(Caution.ofPace(20_000));
    }

    @Test
    void aReplayWaitsForItsTimeAndCanBeStoppedUntilThen(FxRobot robot) {
        connect("test", Environment.TEST);
        open("test", REPLAY);
        awaitNode(robot, "#action-confirm");
        unfold(robot);
        TestWindow.onFx(() -> robot.lookup("#replay-later").queryAs(CheckBox.class).fire());
        window.picture("action-replay-later");
        robot.clickOn("#action-confirm");
        awaitNode(robot, "#action-stop");
        Operation replay = workbench.actions().operations().getFirst();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> replay.state().status() == Operation.Status.SCHEDULED);
        window.picture("action-scheduled");

        robot.clickOn("#action-stop");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> replay.state().status() == Operation.Status.CANCELLED);
        assertThat(server.delivered()).isEmpty();
    }

    private static void unfold(FxRobot robot) {
        TestWindow.onFx(
                () -> robot.lookup("#replay-careful").queryAs(TitledPane.class).setExpanded(true));
    }

    private void connect(String id, Environment environment) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> window.composition().live().open(ShelfServer.profile(id, environment)));
        await().until(
                        () ->
                                workbench
                                        .connections()
                                        .state(id)
                                        .filter(s -> s.phase() == ConnectionState.Phase.LIVE)
                                        .isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void open(String profileId, Action action) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> window.composition().actions().open(profileId, action));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void awaitNode(FxRobot robot, String query) {
        await().until(() -> robot.lookup(query).tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String words(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }
}
