package dev.signalbox.app.shell;

import dev.signalbox.app.live.Live;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys that work everywhere: Ctrl+K for anything, Ctrl+1… for the screens, F5 to poll, `/` to filter, F1 or ? for
/// the keys, Ctrl+Shift+L for light and dark. [CheatSheet] tells them.
public final class Keys {
    private static final KeyCode[] DIGITS = {
        KeyCode.DIGIT1,
        KeyCode.DIGIT2,
        KeyCode.DIGIT3,
        KeyCode.DIGIT4,
        KeyCode.DIGIT5,
        KeyCode.DIGIT6,
        KeyCode.DIGIT7,
        KeyCode.DIGIT8,
        KeyCode.DIGIT9
    };

    private Keys() {}

    /// What keys open.
    ///
    /// @param palette the list of everything one can go to or do
    /// @param tour begins the tour, from the page of the keys
    public record Opens(Runnable palette, Runnable tour) {}

    public static void install(Scene scene, Shell shell, Live live, Theme theme, Opens opens) {
        for (int i = 0; i < DIGITS.length; i++) {
            int index = i;
            put(scene, DIGITS[i], () -> shell.showAt(index), KeyCombination.SHORTCUT_DOWN);
        }
        put(scene, KeyCode.F5, live::pollNow);
        put(
                scene,
                KeyCode.K,
                () -> unlessCovered(shell, opens.palette()),
                KeyCombination.SHORTCUT_DOWN);
        Runnable sheet =
                () ->
                        unlessCovered(
                                shell,
                                () -> shell.show(new CheatSheet(opens.tour(), shell::close)));
        put(scene, KeyCode.F1, sheet);
        put(
                scene,
                KeyCode.L,
                theme::toggle,
                KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN);
        scene.addEventFilter(
                KeyEvent.KEY_TYPED,
                event -> {
                    if ("?".equals(event.getCharacter()) && !isText(scene.getFocusOwner())) {
                        sheet.run();
                        event.consume();
                    } else if ("/".equals(event.getCharacter()) && !isText(scene.getFocusOwner())) {
                        Node filter = shell.looked().lookup(".filter");
                        if (filter != null) {
                            filter.requestFocus();
                            event.consume();
                        }
                    }
                });
    }

    /// A dialog that is open is not put away by a key that opens another.
    private static void unlessCovered(Shell shell, Runnable open) {
        if (!shell.isCovered()) {
            open.run();
        }
    }

    /// Whether a slash typed there is meant as a slash. In a filter that is still empty it is the key that goes to
    /// the filter.
    private static boolean isText(@Nullable Node focused) {
        return focused instanceof TextInputControl field
                && !(field.getStyleClass().contains("filter") && field.getText().isEmpty());
    }

    private static void put(
            Scene scene, KeyCode code, Runnable action, KeyCombination.Modifier... modifiers) {
        scene.getAccelerators().put(new KeyCodeCombination(code, modifiers), action);
    }
}
