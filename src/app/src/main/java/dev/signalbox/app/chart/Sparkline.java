package dev.signalbox.app.chart;

import dev.signalbox.core.metrics.Point;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/// The last while as one small line, from 0 to the highest figure. No axes: the trend is the message.
public final class Sparkline extends Pane {
    private static final double INSET = 2;

    private final Polyline line = new Polyline();
    private List<Point> points = List.of();

    public Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("sparkline-line");
        line.setManaged(false);
        getChildren().add(line);
        setPrefSize(90, 20);
        setMinSize(30, 12);
    }

    /// Oldest first.
    public void show(List<Point> newer) {
        points = newer;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<Double> coordinates = new ArrayList<>();
        if (points.size() > 1) {
            double first = seconds(points.getFirst());
            double span = Math.max(1e-3, seconds(points.getLast()) - first);
            double highest = points.stream().mapToDouble(Point::value).max().orElse(0);
            double top = highest <= 0 ? 1 : highest;
            double width = getWidth() - 2 * INSET;
            double height = getHeight() - 2 * INSET;
            for (Point point : points) {
                coordinates.add(INSET + width * (seconds(point) - first) / span);
                coordinates.add(INSET + height * (1 - Math.max(0, point.value()) / top));
            }
        }
        line.getPoints().setAll(coordinates);
    }

    private static double seconds(Point point) {
        return point.at().toEpochMilli() / 1000.0;
    }
}
