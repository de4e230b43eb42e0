package dev.signalbox.app.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.testing.FakeReader;
import dev.signalbox.app.testing.Looking;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.export.ExportFormat;
import dev.signalbox.core.export.MessageExport;
import dev.signalbox.core.problem.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A colleague's file, opened by the desktop: the window is started with its path.
@ExtendWith(ApplicationExtension.class)
class IncidentScreenTest {
    @TempDir Path folder = Path.of("");

    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @Test
    void anExportedFileIsShownAndSentToAConnectionAfterAReview(FxRobot robot)
            throws ConnectorException {
        window.tell(Samples.broker());
        window.begin(exported(3).toString());

        window.await(() -> robot.lookup("4702").tryQuery().isPresent());
        window.picture("incident");
        TestWindow.onFx(
                () -> {
                    assertThat(Looking.nameless(window.scene().getRoot())).isEmpty();
                    assertThat(Looking.cutOff(window.scene().getRoot())).isEmpty();
                });
        assertThat(robot.lookup("#incident-destination").<TextField>query().getText())
                .isEqualTo("orders-dlt");
        robot.clickOn("#incident-send");
        window.await(() -> robot.lookup("#action-cancel").tryQuery().isPresent());
        assertThat(robot.lookup("#incident").tryQuery()).isEmpty();
    }

    @Test
    void withoutAConnectionItIsShownAndNothingCanBeSent(FxRobot robot) throws ConnectorException {
        window.begin(exported(1).toString());

        window.await(() -> robot.lookup("#incident-send").tryQuery().isPresent());
        assertThat(robot.lookup("#incident-send").query().isDisabled()).isTrue();
        robot.clickOn("#incident-close");
        assertThat(robot.lookup("#incident").tryQuery()).isEmpty();
    }

    @Test
    void aFileThatIsNoExportIsSaidToBeNone(FxRobot robot) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.sbk"), "not an export");
        window.begin(file.toString());

        window.await(() -> robot.lookup("#incident .strong").tryQuery().isPresent());
        window.picture("incident-broken");
        assertThat(robot.lookup("#incident-send").tryQuery()).isEmpty();
    }

    private Path exported(int messages) throws ConnectorException {
        Path file = folder.resolve("orders-dlt.sbk");
        try (MessageExport export =
                MessageExport.open(
                        file,
                        ExportFormat.BACKUP,
                        new MessageExport.Source("shop-kafka", "kR2vQ9xTTmO", "orders-dlt"),
                        Samples.NOW)) {
            for (int i = 0; i < messages; i++) {
                export.write(FakeReader.message("orders-dlt", i));
            }
            export.finish();
        }
        return file;
    }
}
