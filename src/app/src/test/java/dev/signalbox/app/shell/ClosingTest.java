package dev.signalbox.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.app.testing.Screenshots;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.app.testing.StandInDemo;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.demo.DemoHome;
import dev.signalbox.core.gate.Operation.Status;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ClosingTest {
    private final ShelfServer server = new ShelfServer().fill(Shelves.letters(42));
    private final Workbench workbench;
    private final TestWindow window;
    private final Path demo;
    private final String home = System.getProperty(DemoHome.PROPERTY, "");
    private final AtomicInteger gone = new AtomicInteger();

    ClosingTest() throws IOException, ConnectorException {
        Path folder = Files.createTempDirectory(Path.of("target"), "closing").toAbsolutePath();
        Folders folders = Folders.under(folder);
        System.setProperty(
                DemoHome.PROPERTY, StandInDemo.packed(folder.resolve("home")).folder().toString());
        workbench = Shelves.workbench(folder, server);
        window = new TestWindow(workbench, folders);
        demo = folders.data().resolve("demo");
    }

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void close() {
        System.setProperty(DemoHome.PROPERTY, home);
        server.executing().letGo();
        window.composition().end();
        workbench.close();
    }

    @Test
    void withNothingToEndTheWindowGoesAtOnce() {
        assertThat(asked()).isTrue();
        assertThat(gone).hasValue(0);
    }

    @Test
    void theWindowSaysThatTheDemoIsBeingStoppedAndGoesWhenItIsDown(FxRobot robot)
            throws IOException {
        robot.clickOn("#try-demo");
        await().until(() -> robot.lookup("#go-demo").tryQuery().isPresent());
        assertThat(StandInDemo.isAlive(demo)).isTrue();

        TestWindow.onFx(
                () -> {
                    assertThat(mayGo()).isFalse();
                    assertThat(window.scene().lookup("#closing")).isNotNull();
                    assertThat(mayGo()).isFalse();
                    window.composition().shell().applyCss();
                    window.composition().shell().layout();
                    Screenshots.save(window.scene(), "closing-light");
                });
        robot.type(KeyCode.ESCAPE);

        await().untilAsserted(() -> assertThat(gone).hasValue(1));
        assertThat(StandInDemo.isAlive(demo)).isFalse();
    }

    @Test
    void whatIsStillAtWorkIsToldAndStaysOrIsStopped(FxRobot robot) {
        TestWindow.onFx(
                () ->
                        window.composition()
                                .live()
                                .open(ShelfServer.profile("test", Environment.TEST)));
        await().until(
                        () ->
                                workbench
                                        .connections()
                                        .state("test")
                                        .filter(state -> state.phase() == Phase.LIVE)
                                        .isPresent());
        server.executing().hold();
        TestWindow.onFx(
                () ->
                        window.composition()
                                .actions()
                                .open(
                                        "test",
                                        new Action.PurgeDestination(
                                                ShelfServer.LETTERS, new MessageSelection.All())));
        await().until(() -> robot.lookup("#action-confirm").tryQuery().isPresent());
        robot.clickOn("#action-confirm");
        await().until(() -> server.executing().isHolding());

        assertThat(asked()).isFalse();
        window.picture("closing-asks");
        robot.clickOn("#closing-stay");
        assertThat(robot.lookup("#closing-asks").tryQuery()).isEmpty();
        assertThat(gone).hasValue(0);

        assertThat(asked()).isFalse();
        robot.clickOn("#closing-stop");
        server.executing().letGo();
        await().untilAsserted(() -> assertThat(gone).hasValue(1));
        assertThat(workbench.actions().operations())
                .singleElement()
                .matches(operation -> operation.state().status() != Status.RUNNING);
    }

    private boolean asked() {
        boolean[] may = new boolean[1];
        TestWindow.onFx(() -> may[0] = mayGo());
        return may[0];
    }

    private boolean mayGo() {
        return window.composition().closing().mayGo(gone::incrementAndGet);
    }
}
