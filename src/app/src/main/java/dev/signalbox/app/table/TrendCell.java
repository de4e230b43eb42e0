package dev.signalbox.app.table;

import dev.signalbox.app.chart.Sparkline;
import dev.signalbox.app.fx.Row;
import dev.signalbox.core.metrics.Point;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// Draws the last while as a small line.
final class TrendCell<T> extends TableCell<Row<T>, T> {
    private final Function<T, List<Point>> points;
    private final Sparkline line;

    TrendCell(Function<T, List<Point>> points, Sparkline line) {
        this.points = points;
        this.line = line;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
        } else {
            line.show(points.apply(item));
            setGraphic(line);
        }
    }
}
