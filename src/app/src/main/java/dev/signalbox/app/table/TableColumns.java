package dev.signalbox.app.table;

import dev.signalbox.app.fx.Row;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/// Makes the table view's columns from ours.
final class TableColumns {
    /// Wide enough for a screen, so that the resize policy has a bound for columns that grow.
    private static final double UNBOUNDED = 5_000;

    private TableColumns() {}

    static <T> TableColumn<Row<T>, T> of(Column<T> column) {
        TableColumn<Row<T>, T> made = new TableColumn<>();
        // A label of our own, since a column title has no tooltip.
        Label title = new Label(column.title());
        if (!column.hint().isEmpty()) {
            title.setTooltip(new Tooltip(column.hint()));
        }
        made.setGraphic(title);
        // Not drawn: for the screen reader.
        made.setText(column.title());
        made.setCellValueFactory(row -> row.getValue().valueProperty());
        made.setCellFactory(_ -> column.cell());
        made.setPrefWidth(column.width());
        made.setMinWidth(column.isGrowing() ? column.width() * 0.6 : column.width());
        made.setMaxWidth(column.isGrowing() ? UNBOUNDED : column.width() * 1.4);
        if (column.hasFigures()) {
            made.getStyleClass().add("figures");
        }
        return made;
    }
}
