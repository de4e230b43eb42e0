package dev.signalbox.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.app.nav.FeatureId;
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
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a console before this one did not finish.
@ExtendWith(ApplicationExtension.class)
class ResumeScreenTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ShelfServer server = new ShelfServer().fill(Shelves.letters(42));
    private final Workbench workbench;
    private final TestWindow window;

    ResumeScreenTest() throws IOException, ConnectorException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("target"), "resume");
        try (Workbench before = Shelves.workbench(folder, server)) {
            leaveUnfinished(before);
        }
        workbench = Shelves.workbench(folder, server);
        window = new TestWindow(workbench, Folders.under(folder));
    }

    private void leaveUnfinished(Workbench before) throws ConnectorException, InterruptedException {
        before.connections().open(ShelfServer.profile("test", Environment.TEST));
        Plan plan =
                before.actions()
                        .plan(
                                "test",
                                new Action.ReplayDeadLetters(
                                        ShelfServer.LETTERS,
                                        new MessageSelection.All(),
                                        Optional.empty(),
                                        false));
        server.executing().hold();
        Operation replay = before.actions().start("test", plan, Confirmation.of(plan.id()));
        replay.cancel();
        assertThat(replay.await().status()).isEqualTo(Operation.Status.CANCELLED);
        server.executing().letGo();
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
    void isOfferedAndReplayedOnceSomebodySaysYes(FxRobot robot) {
        TestWindow.onFx(
                () ->
                        window.composition()
                                .live()
                                .open(ShelfServer.profile("test", Environment.TEST)));
        window.show(FeatureId.OPERATIONS);
        await().atMost(LIMIT)
                .until(() -> robot.lookup("#unfinished-resume").tryQuery().isPresent());
        window.picture("operations-resume");

        robot.clickOn("#unfinished-resume");
        await().atMost(LIMIT).until(() -> robot.lookup("#action-confirm").tryQuery().isPresent());
        assertThat(robot.lookup("#action-confirm").<Labeled>query().getText()).contains("42");
        assertThat(server.delivered()).isEmpty();
        robot.clickOn("#action-confirm");

        await().atMost(LIMIT).until(() -> server.delivered().size() == 42);
    }
}
