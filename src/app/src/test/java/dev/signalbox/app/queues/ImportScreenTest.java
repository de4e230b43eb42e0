package dev.signalbox.app.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.FilePicker;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Folders;
import dev.signalbox.core.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ImportScreenTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ShelfServer server = new ShelfServer().fill(Shelves.letters(2));
    private final Path folder;
    private final Workbench workbench;
    private final TestWindow window;

    ImportScreenTest() throws IOException, ConnectorException {
        folder = Files.createTempDirectory(Path.of("target"), "import");
        workbench = Shelves.workbench(folder, server);
        window = new TestWindow(workbench, Folders.under(folder));
    }

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void close() {
        TestWindow.onFx(Language.SYSTEM::speak);
        workbench.close();
    }

    @Test
    void messagesOfAFileAreSentToTheQueueThatIsOpen(FxRobot robot) throws Exception {
        open();
        pick("{\"key\":\"4711\",\"value\":\"{\\\"order\\\":4711}\"}\n{\"value\":\"second\"}\n");
        robot.clickOn("#import");
        await().atMost(LIMIT).until(() -> isThere(robot, "#action-confirm"));
        window.picture("import-plan");
        assertThat(robot.lookup("#action-confirm").<Labeled>query().getText())
                .isEqualTo("Send 2 messages to " + ShelfServer.LETTERS);
        robot.clickOn("#action-confirm");
        await().atMost(LIMIT)
                .untilAsserted(
                        () ->
                                assertThat(server.shelf())
                                        .hasSize(4)
                                        .extracting(Message::value)
                                        .last()
                                        .satisfies(
                                                value ->
                                                        assertThat(value.text())
                                                                .hasValue("second")));
        window.picture("import-done");
    }

    @Test
    void aFileWithABadLineSaysWhichAndSendsNothing(FxRobot robot) throws Exception {
        open();
        pick("{\"value\":\"first\"}\n{\"valeu\":\"second\"}\n");
        robot.clickOn("#import");
        await().atMost(LIMIT).until(() -> robot.lookup(".banner").tryQuery().isPresent());
        window.picture("import-bad-line");
        TestWindow.onFx(() -> window.composition().tongue().choose(Language.CHINESE));
        window.show(FeatureId.QUEUES, new Focus("test", ShelfServer.LETTERS));
        robot.clickOn("#import");
        await().atMost(LIMIT).until(() -> robot.lookup(".banner").tryQuery().isPresent());
        window.picture("import-bad-line-zh");
        assertThat(server.shelf()).hasSize(2);
    }

    private void open() {
        TestWindow.onFx(
                () ->
                        window.composition()
                                .live()
                                .open(ShelfServer.profile("test", Environment.TEST)));
        await().atMost(LIMIT)
                .until(
                        () ->
                                window.composition().live().shown().get().stream()
                                        .anyMatch(state -> state.snapshot().isPresent()));
        window.show(FeatureId.QUEUES, new Focus("test", ShelfServer.LETTERS));
    }

    /// What the operator will choose.
    private void pick(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("letters.jsonl"), content);
        TestWindow.onFx(() -> window.composition().shell().chooseFilesBy(new Chosen(file)));
    }

    private static boolean isThere(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    private record Chosen(Path file) implements FilePicker {
        @Override
        public Optional<Path> toRead(String title, List<String> endings) {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> toWrite(String title, String name) {
            return Optional.empty();
        }
    }
}
