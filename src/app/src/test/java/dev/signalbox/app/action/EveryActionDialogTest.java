package dev.signalbox.app.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.prefs.Mode;
import dev.signalbox.app.testing.Looking;
import dev.signalbox.app.testing.Screenshots;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Folders;
import dev.signalbox.core.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The review of an action in both languages and both themes: `target/screens/all-action-….png`.
@ExtendWith(ApplicationExtension.class)
class EveryActionDialogTest {
    private static final Map<String, Action> ACTIONS =
            Map.of(
                    "purge",
                    new Action.PurgeDestination(ShelfServer.LETTERS, new MessageSelection.All()),
                    "replay",
                    new Action.ReplayDeadLetters(
                            ShelfServer.LETTERS,
                            new MessageSelection.All(),
                            Optional.empty(),
                            false));

    private final Workbench workbench;
    private final TestWindow window;
    private final List<String> faults = new ArrayList<>();

    EveryActionDialogTest() throws IOException, ConnectorException {
        Path folder = Files.createTempDirectory(Path.of("target"), "dialogs");
        workbench = Shelves.workbench(folder, new ShelfServer().fill(Shelves.letters(42)));
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
    void aReviewIsWholeInBothLanguagesAndThemes(FxRobot robot) {
        TestWindow.onFx(
                () ->
                        window.composition()
                                .live()
                                .open(ShelfServer.profile("prod", Environment.PRODUCTION)));
        for (Language language : List.of(Language.ENGLISH, Language.CHINESE)) {
            TestWindow.onFx(() -> window.composition().tongue().choose(language));
            ACTIONS.forEach(
                    (name, action) -> {
                        TestWindow.onFx(() -> window.composition().actions().open("prod", action));
                        window.await(() -> robot.lookup("#plan-amount").tryQuery().isPresent());
                        look(name, language);
                        TestWindow.onFx(() -> window.composition().shell().close());
                    });
        }
        assertThat(faults).isEmpty();
    }

    private void look(String what, Language language) {
        for (Mode mode : List.of(Mode.LIGHT, Mode.DARK)) {
            String name =
                    "all-action-%s-%s-%s"
                            .formatted(what, mode.name().toLowerCase(Locale.ROOT), language.tag());
            TestWindow.onFx(
                    () -> {
                        window.composition().theme().choose(mode);
                        Screenshots.save(window.scene(), name);
                        Looking.cutOff(window.scene().getRoot())
                                .forEach(each -> faults.add(name + " is cut off: " + each));
                        Looking.nameless(window.scene().getRoot())
                                .forEach(each -> faults.add(name + " has no name: " + each));
                    });
        }
    }
}
