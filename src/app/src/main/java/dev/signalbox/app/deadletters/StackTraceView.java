package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.text.Formats;
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
    private List<StackTrace.Line> folded = List.of();

    StackTraceView() {
        getStyleClass().addAll("stack-trace", "dense");
        setPlaceholder(new Label(text("letter.no-trace")));
        setCellFactory(_ -> new LineCell());
        setAccessibleText(text("letter.trace"));
        MenuItem copy = new MenuItem(text("letter.copy-trace"));
        copy.setOnAction(_ -> copy());
        setOnMouseClicked(_ -> unfold());
        setContextMenu(new ContextMenu(copy));
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.RIGHT) {
                        unfold();
                    }
                    if (COPY.match(event)) {
                        copy();
                        event.consume();
                    }
                });
    }

    void show(String trace) {
        written = trace;
        List<StackTrace.Line> lines =
                StackTrace.folded(
                        StackTrace.of(trace),
                        count -> text("letter.folded", Formats.number(count)));
        if (!lines.equals(folded)) {
            folded = lines;
            getItems().setAll(lines);
            scrollTo(0);
        }
    }

    /// Shows what is behind a folded line.
    private void unfold() {
        StackTrace.Line chosen = getSelectionModel().getSelectedItem();
        if (chosen != null && !chosen.folded().isEmpty()) {
            int at = getSelectionModel().getSelectedIndex();
            getItems().remove(at);
            getItems().addAll(at, chosen.folded());
            getSelectionModel().select(at);
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
