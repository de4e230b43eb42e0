package dev.signalbox.app.chart;

import dev.signalbox.app.text.Times;
import dev.signalbox.core.metrics.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.chart.NumberAxis;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/// The moment of a chart that is pointed at, with the exact figures read then. Follows the mouse and, where the chart has
/// the focus, the arrow keys.
final class Crosshair extends Pane {
    private static final double GAP = 8;

    private final NumberAxis time;
    private final DoubleFunction<String> write;
    private final Line line = new Line();
    private final Label figures = new Label();
    private List<SeriesChart.Line> shown = List.of();
    private Optional<Instant> at = Optional.empty();

    Crosshair(NumberAxis time, DoubleFunction<String> write) {
        this.time = time;
        this.write = write;
        setMouseTransparent(true);
        line.getStyleClass().add("crosshair");
        figures.getStyleClass().add("crosshair-figures");
        getChildren().addAll(line, figures);
        point(Optional.empty());
    }

    /// Heeds mouse and keys over this chart.
    void watch(Node chart) {
        chart.setFocusTraversable(true);
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(momentAt(event)));
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(Optional.empty()));
        chart.focusedProperty().subscribe(focused -> point(focused ? newest() : Optional.empty()));
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::step);
    }

    /// The figures are others now; what is pointed at stays while it is still there.
    void show(List<SeriesChart.Line> lines) {
        shown = List.copyOf(lines);
        requestLayout();
    }

    /// What is told at this moment; empty where nothing is pointed at.
    String told() {
        return isVisible() ? figures.getText() : "";
    }

    private void point(Optional<Instant> moment) {
        at = moment;
        setVisible(moment.isPresent());
        requestLayout();
    }

    private Optional<Instant> momentAt(MouseEvent event) {
        double x = time.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        if (x < 0 || x > time.getWidth()) {
            return Optional.empty();
        }
        double second = time.getValueForDisplay(x).doubleValue();
        return nearest(Instant.ofEpochMilli(Math.round(second * 1000)));
    }

    private void step(KeyEvent event) {
        int by =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    default -> 0;
                };
        if (by == 0) {
            return;
        }
        event.consume();
        List<Instant> moments = moments();
        int now = at.or(this::newest).map(moments::indexOf).orElse(-1);
        if (now >= 0) {
            int next = Math.clamp(now + by, 0, moments.size() - 1);
            point(Optional.of(moments.get(next)));
        }
    }

    private List<Instant> moments() {
        return shown.isEmpty()
                ? List.of()
                : shown.getFirst().points().stream().map(Point::at).toList();
    }

    private Optional<Instant> newest() {
        List<Instant> moments = moments();
        return moments.isEmpty() ? Optional.empty() : Optional.of(moments.getLast());
    }

    /// The reading of the first line that is closest.
    private Optional<Instant> nearest(Instant moment) {
        return moments().stream().min(Comparator.comparing(each -> apart(each, moment)));
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    @Override
    protected void layoutChildren() {
        if (at.isEmpty()) {
            return;
        }
        Instant moment = at.get();
        double second = moment.toEpochMilli() / 1000.0;
        Point2D foot = sceneToLocal(time.localToScene(time.getDisplayPosition(second), 0));
        boolean inside = second >= time.getLowerBound() && second <= time.getUpperBound();
        line.setVisible(inside);
        line.setStartX(foot.getX());
        line.setEndX(foot.getX());
        line.setStartY(0);
        line.setEndY(foot.getY());
        figures.setText(words(moment));
        figures.autosize();
        double right = foot.getX() + GAP;
        boolean fits = right + figures.getWidth() <= getWidth();
        figures.relocate(fits ? right : foot.getX() - GAP - figures.getWidth(), 0);
    }

    private String words(Instant moment) {
        StringBuilder words = new StringBuilder(Times.timeOfDay(moment));
        for (SeriesChart.Line each : shown) {
            each.points().stream()
                    .min(Comparator.comparing(point -> apart(point.at(), moment)))
                    .ifPresent(
                            point ->
                                    words.append('\n')
                                            .append(each.name())
                                            .append(each.name().isEmpty() ? "" : " ")
                                            .append(write.apply(point.value())));
        }
        return words.toString();
    }
}
