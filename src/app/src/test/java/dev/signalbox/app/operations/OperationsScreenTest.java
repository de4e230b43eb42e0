package dev.signalbox.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class OperationsScreenTest {
    private final ShelfServer server = new ShelfServer().fill(Shelves.letters(42));
    private final Workbench workbench;
    private final TestWindow window;

    OperationsScreenTest() throws IOException, ConnectorException {
        Path folder = Files.createTempDirectory(Path.of("target"), "operations");
        workbench = Shelves.workbench(folder, server);
        window = new TestWindow(workbench, Folders.under(folder));
    }

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void close() {
        server.executing().letGo();
        workbench.close();
    }

    @Test
    void whatWasDoneIsRememberedAndCanBeTakenBack(FxRobot robot) throws Exception {
        connect();
        Operation replay =
                start(
                        new Action.ReplayDeadLetters(
                                ShelfServer.LETTERS,
                                new MessageSelection.Newest(3),
                                Optional.empty(),
                                false));
        replay.await();
        start(new Action.PurgeDestination(ShelfServer.LETTERS, new MessageSelection.All())).await();
        window.show(FeatureId.OPERATIONS);
        await().until(() -> robot.lookup("#runs .table-row-cell").queryAll().size() >= 2);
        window.picture("operations");
        window.show(FeatureId.OPERATIONS, new Focus("test", replay.id().toString()));
        await().untilAsserted(
                        () ->
                                assertThat(robot.lookup("#run-undo").queryButton().isDisabled())
                                        .isTrue());

        robot.clickOn("History");
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#history .table-row-cell");
        window.picture("operations-history");
        robot.clickOn("Backups");
        await().until(() -> robot.lookup("#backups .table-row-cell").tryQuery().isPresent());
        robot.clickOn("#backups .table-row-cell");
        window.picture("operations-backups");
        robot.clickOn("#restore");
        await().until(() -> robot.lookup("#action-confirm").tryQuery().isPresent());
        robot.clickOn("#action-confirm");
        await().untilAsserted(() -> assertThat(server.shelf()).hasSize(42));
    }

    @Test
    void whatRunsShowsHowFarItIsAndCanBeStopped(FxRobot robot) throws Exception {
        connect();
        server.executing().hold();
        Operation purge =
                start(new Action.PurgeDestination(ShelfServer.LETTERS, new MessageSelection.All()));
        window.show(FeatureId.OPERATIONS, new Focus("test", purge.id().toString()));
        await().until(() -> robot.lookup("#run-stop").tryQuery().isPresent());
        window.picture("operations-running");

        robot.clickOn("#run-stop");

        assertThat(purge.await().status()).isEqualTo(Operation.Status.CANCELLED);
        assertThat(server.shelf()).hasSize(42);
    }

    @Test
    void aReplayCanBePausedAndGoesOn(FxRobot robot) throws Exception {
        connect();
        server.executing().hold();
        Operation replay =
                start(
                        new Action.ReplayDeadLetters(
                                ShelfServer.LETTERS,
                                new MessageSelection.All(),
                                Optional.empty(),
                                false));
        window.show(FeatureId.OPERATIONS, new Focus("test", replay.id().toString()));
        await().until(() -> robot.lookup("#run-pause").tryQuery().isPresent());

        robot.clickOn("#run-pause");
        server.executing().letGo();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> replay.state().status() == Operation.Status.PAUSED);
        WaitForAsyncUtils.waitForFxEvents();
        window.picture("operations-paused");
        long sent = replay.state().done();
        assertThat(sent).isLessThan(42);
        robot.clickOn("#run-pause");

        assertThat(replay.await().status()).isEqualTo(Operation.Status.SUCCEEDED);
        assertThat(server.delivered()).hasSize(42);
    }

    @Test
    void whatAReplayLeftCanBeReplayed(FxRobot robot) throws Exception {
        connect();
        server.executing().hold();
        Operation replay =
                start(
                        new Action.ReplayDeadLetters(
                                ShelfServer.LETTERS,
                                new MessageSelection.All(),
                                Optional.empty(),
                                false));
        window.show(FeatureId.OPERATIONS, new Focus("test", replay.id().toString()));
        await().until(() -> robot.lookup("#run-stop").tryQuery().isPresent());
        robot.clickOn("#run-stop");
        replay.await();
        server.executing().letGo();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                robot.lookup("#run-retry")
                                        .tryQuery()
                                        .filter(Node::isVisible)
                                        .isPresent());
        window.picture("operations-left");

        robot.clickOn("#run-retry");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> robot.lookup("#action-confirm").tryQuery().isPresent());
        robot.clickOn("#action-confirm");

        await().atMost(Duration.ofSeconds(60)).until(() -> server.delivered().size() == 42);
    }

    private void connect() {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        window.composition()
                                .live()
                                .open(ShelfServer.profile("test", Environment.TEST)));
        await().until(
                        () ->
                                workbench
                                        .connections()
                                        .state("test")
                                        .flatMap(state -> state.snapshot())
                                        .isPresent());
    }

    private Operation start(Action action) throws ConnectorException, InterruptedException {
        Plan plan = workbench.actions().plan("test", action);
        return workbench.actions().start("test", plan, Confirmation.of(plan.id()));
    }
}
