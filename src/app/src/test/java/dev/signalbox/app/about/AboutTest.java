package dev.signalbox.app.about;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.testing.Looking;
import dev.signalbox.app.testing.TestWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AboutTest {
    private static final String PLACE = "signalbox.legal";

    @TempDir static Path folder;

    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void forget() {
        System.clearProperty(PLACE);
    }

    @Test
    void anInstalledOneTellsWhatItIsAndWhatOfOthersIsInIt(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("THIRD-PARTY.txt"), "gizmo-1.0.jar\n  Licence: MIT\n");
        System.setProperty(PLACE, folder.toString());

        open(robot);

        window.await(() -> notices(robot).getText().contains("gizmo-1.0.jar"));
        window.picture("about");
        TestWindow.onFx(
                () -> {
                    assertThat(Looking.nameless(window.scene().getRoot())).isEmpty();
                    assertThat(Looking.cutOff(window.scene().getRoot())).isEmpty();
                });
        robot.clickOn("#about-copy");
        TestWindow.onFx(
                () ->
                        assertThat(Clipboard.getSystemClipboard().getString())
                                .contains("Version: " + Build.current().version())
                                .contains(window.data().toString()));
        robot.clickOn("#about-close");
        assertThat(robot.lookup("#about").tryQuery()).isEmpty();
    }

    @Test
    void oneThatWasNotInstalledSaysWhereTheNoticesAre(FxRobot robot) {
        open(robot);

        assertThat(notices(robot).getText()).contains("./dev package");
    }

    @Test
    void theBuildTellsItsVersion() {
        assertThat(Build.current().version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(Build.current().commit()).doesNotContain("$");
    }

    private static TextArea notices(FxRobot robot) {
        return robot.lookup("#about-notices").query();
    }

    private void open(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("About Signalbox").type(KeyCode.ENTER);
        window.await(() -> robot.lookup("#about").tryQuery().isPresent());
    }
}
