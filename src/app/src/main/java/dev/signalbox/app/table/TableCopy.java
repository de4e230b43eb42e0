package dev.signalbox.app.table;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Row;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Takes lines out of a table: the selected ones to the clipboard, with titles (Ctrl+C as tab-separated values that a
/// spreadsheet takes, Ctrl+Alt+C as JSON), all of them to a file.
final class TableCopy<T> {
    private static final KeyCombination TSV =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination JSON =
            new KeyCodeCombination(
                    KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);

    private final TableView<Row<T>> view;
    private final Supplier<List<Column<T>>> columns;
    private final TableExport<T> export;

    /// @param columns those that are seen
    /// @param all what the filter leaves, in the order shown
    TableCopy(TableView<Row<T>> view, Supplier<List<Column<T>>> columns, Supplier<List<T>> all) {
        this.view = view;
        this.columns = columns;
        this.export = new TableExport<>(view, columns, all);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.setContextMenu(menu());
    }

    private ContextMenu menu() {
        MenuItem copy = new MenuItem(text("table.copy"));
        copy.setOnAction(_ -> copy(TableLines::tsv));
        MenuItem json = new MenuItem(text("table.copy-json"));
        json.setOnAction(_ -> copy(TableLines::json));
        MenuItem csvFile = new MenuItem(text("table.export-csv"));
        csvFile.setOnAction(_ -> export.write(TableLines::csv, ".csv"));
        MenuItem jsonFile = new MenuItem(text("table.export-json"));
        jsonFile.setOnAction(_ -> export.write(TableLines::json, ".json"));
        ContextMenu menu = new ContextMenu(copy, json, new SeparatorMenuItem(), csvFile, jsonFile);
        menu.setOnShowing(
                _ -> {
                    boolean nothing = view.getSelectionModel().isEmpty();
                    copy.setDisable(nothing);
                    json.setDisable(nothing);
                });
        return menu;
    }

    private void pressed(KeyEvent event) {
        if (TSV.match(event)) {
            copy(TableLines::tsv);
            event.consume();
        } else if (JSON.match(event)) {
            copy(TableLines::json);
            event.consume();
        }
    }

    private void copy(BiFunction<List<Column<T>>, List<T>, String> format) {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                format.apply(
                        columns.get(),
                        view.getSelectionModel().getSelectedItems().stream()
                                .map(Row::value)
                                .toList()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
