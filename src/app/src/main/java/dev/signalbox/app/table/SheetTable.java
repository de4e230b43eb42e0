package dev.signalbox.app.table;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.core.port.Details.Sheet;
import dev.signalbox.core.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A sheet that a server told: its columns are its own.
public final class SheetTable extends VBox {
    private final String name;
    private final Preferences preferences;
    private final Label missing = new Label();
    private List<String> titles = List.of();
    private Optional<DataTable<Integer, Line>> table = Optional.empty();

    /// A row, known by its place: nothing in it need be unique.
    private record Line(int place, List<String> cells) {}

    /// @param name what the choice of columns is remembered under
    public SheetTable(String name, Preferences preferences) {
        this.name = name;
        this.preferences = preferences;
        missing.getStyleClass().add("sheet-missing");
        missing.setWrapText(true);
    }

    /// Shows it; the same again changes nothing.
    ///
    /// @param none what is said where it has no rows
    public void show(Sheet sheet, String none) {
        DataTable<Integer, Line> shown = tableFor(sheet.columns());
        missing.setText(sheet.missing().map(SheetTable::said).orElse(""));
        missing.setVisible(sheet.missing().isPresent() && !sheet.rows().isEmpty());
        missing.setManaged(missing.isVisible());
        shown.setState(
                sheet.missing()
                        .<TableState>map(TableState.Failed::new)
                        .orElseGet(() -> new TableState.Empty(none)));
        shown.setItems(
                IntStream.range(0, sheet.rows().size())
                        .mapToObj(place -> new Line(place, sheet.rows().get(place)))
                        .toList());
    }

    private static String said(Problem problem) {
        return text("sheet.missing", problem.summary());
    }

    private DataTable<Integer, Line> tableFor(List<String> columns) {
        if (table.isEmpty() || !titles.equals(columns)) {
            titles = columns;
            DataTable<Integer, Line> made =
                    new DataTable<>(
                            Line::place,
                            IntStream.range(0, columns.size())
                                    .mapToObj(index -> column(columns.get(index), index))
                                    .toList());
            made.choosable(name, preferences);
            VBox.setVgrow(made, Priority.ALWAYS);
            getChildren().setAll(made, missing);
            table = Optional.of(made);
        }
        return table.get();
    }

    private static Column<Line> column(String title, int index) {
        return Column.<Line>told(title, line -> line.cells().get(index))
                .width(index == 0 ? 180 : 90)
                .grows();
    }

    /// The field that filters it, once it was shown.
    public Optional<TextField> filterField() {
        return table.map(DataTable::filterField);
    }
}
