package dev.signalbox.app.table;

import static dev.signalbox.app.text.AppTexts.text;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Filters a table as you type. `/` comes here from anywhere on the screen, Esc clears it, Down goes to the rows.
final class FilterField extends CustomTextField {
    private Runnable down = () -> {};

    FilterField() {
        getStyleClass().add("filter");
        setPromptText(text("table.filter"));
        setAccessibleText(text("table.filter.accessible"));
        setLeft(new FontIcon(Feather.SEARCH));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void onDown(Runnable action) {
        this.down = action;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            down.run();
            event.consume();
        }
    }
}
