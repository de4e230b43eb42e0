package dev.signalbox.app.table;

import dev.signalbox.app.fx.Row;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Ctrl+C: the selected rows, with titles, as lines of tab-separated values that a spreadsheet takes.
final class TableCopy {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private TableCopy() {}

    static <T> void install(TableView<Row<T>> view, List<Column<T>> columns) {
        view.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (COPY.match(event)) {
                        ClipboardContent content = new ClipboardContent();
                        content.putString(
                                tsv(
                                        columns,
                                        view.getSelectionModel().getSelectedItems().stream()
                                                .map(Row::value)
                                                .toList()));
                        Clipboard.getSystemClipboard().setContent(content);
                        event.consume();
                    }
                });
    }

    static <T> String tsv(List<Column<T>> columns, List<T> items) {
        StringBuilder lines = new StringBuilder();
        lines.append(columns.stream().map(Column::title).collect(Collectors.joining("\t")));
        for (T item : items) {
            lines.append('\n')
                    .append(
                            columns.stream()
                                    .map(column -> column.copied(item))
                                    .collect(Collectors.joining("\t")));
        }
        return lines.append('\n').toString();
    }
}
