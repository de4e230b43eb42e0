package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// A stack trace with what was thrown in bold and the frames of libraries pale. Ctrl+C copies it as it was written.
final class StackTraceView extends ListView<StackTrace.Line> {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private String written = "";

    StackTraceView() {
        getStyleClass().addAll("stack-trace", "dense");
        setPlaceholder(new Label(text("letter.no-trace")));
        setCellFactory(_ -> new LineCell());
        setAccessibleText(text("letter.trace"));
        MenuItem copy = new MenuItem(text("letter.copy-trace"));
        copy.setOnAction(_ -> copy());
        setContextMenu(new ContextMenu(copy));
        setOnKeyPressed(
                event -> {
                    if (COPY.match(event)) {
                        copy();
                        event.consume();
                    }
                });
    }

    void show(String trace) {
        written = trace;
        List<StackTrace.Line> lines = StackTrace.of(trace);
        if (!lines.equals(getItems())) {
            getItems().setAll(lines);
            scrollTo(0);
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(written);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static final class LineCell extends ListCell<StackTrace.Line> {
        @Override
        protected void updateItem(StackTrace.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeIf(name -> name.startsWith("trace-"));
            if (empty || line == null) {
                setText(null);
                return;
            }
            setText(line.text());
            getStyleClass().add("trace-" + line.kind().name().toLowerCase(Locale.ROOT));
        }
    }
}
