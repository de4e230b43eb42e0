package dev.signalbox.app.chart;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Times;
import dev.signalbox.core.metrics.Point;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.util.StringConverter;

/// Figures over time with axes: one or two lines, the newest figures written beside the title.
public final class SeriesChart extends VBox {
    /// Spaces between ticks in seconds, from which the first that leaves few enough is taken.
    private static final int[] STEPS = {
        10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 86_400
    };

    private static final int MOST_TICKS = 6;

    /// Ticks are added up, and miss by a little what they mean.
    private static final double NEARLY = 1e-6;

    private static final double TICK_SIZE = 10;

    private final NumberAxis time = new NumberAxis();
    private final NumberAxis amount = new NumberAxis();
    private final LineChart<Number, Number> chart = new LineChart<>(time, amount);
    private final HBox newest = new HBox();
    private final FlowPane names = new FlowPane();
    private boolean named;
    private final Label early = new Label(text("figure.too-early"));
    private final DoubleFunction<String> write;
    private final String title;
    private final Crosshair crosshair;

    /// @param write how its figures are written
    public SeriesChart(String title, DoubleFunction<String> write) {
        this.write = write;
        this.title = title;
        this.crosshair = new Crosshair(time, write);
        crosshair.watch(chart);
        getStyleClass().add("series-chart");
        Label name = new Label(title);
        name.getStyleClass().add("strong");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        newest.getStyleClass().add("newest");
        HBox head = new HBox(name, gap, newest);
        head.setAlignment(Pos.CENTER_LEFT);
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        chart.setLegendVisible(false);
        chart.setHorizontalZeroLineVisible(false);
        chart.setVerticalZeroLineVisible(false);
        chart.setMinSize(80, 60);
        time.setAutoRanging(false);
        time.setAnimated(false);
        time.setMinorTickVisible(false);
        time.setTickLabelFormatter(
                new Written(second -> Times.timeOfDay(Instant.ofEpochSecond((long) second))));
        amount.setAnimated(false);
        amount.setForceZeroInRange(true);
        amount.setMinorTickVisible(false);
        amount.setTickLabelFormatter(new Written(write));
        early.getStyleClass().add("muted");
        // An axis has a font of its own, which would not have every language's characters.
        ObservableValue<Font> ticks =
                early.fontProperty().map(font -> Font.font(font.getFamily(), TICK_SIZE));
        time.tickLabelFontProperty().bind(ticks);
        amount.tickLabelFontProperty().bind(ticks);
        StackPane plot = new StackPane(chart, early, crosshair);
        VBox.setVgrow(plot, Priority.ALWAYS);
        names.getStyleClass().add("names");
        names.managedProperty().bind(names.visibleProperty());
        names.setVisible(false);
        getChildren().addAll(head, plot, names);
        chart.setAccessibleText(title);
        scaleTime(List.of());
    }

    /// Of things that are counted: between two whole figures there is nothing to read.
    public static SeriesChart ofCounts(String title) {
        SeriesChart chart = new SeriesChart(title, amount -> Formats.number(Math.round(amount)));
        chart.amount.setTickLabelFormatter(
                new Written(
                        amount ->
                                Math.abs(Math.rint(amount) - amount) < NEARLY
                                        ? Formats.number(Math.round(amount))
                                        : ""));
        return chart;
    }

    /// Names its lines below it, whole, where their newest figures say less than their names.
    public SeriesChart named() {
        named = true;
        names.setVisible(true);
        newest.setVisible(false);
        newest.setManaged(false);
        return this;
    }

    /// Shows these, and nothing else.
    public void show(List<Line> lines) {
        while (chart.getData().size() > lines.size()) {
            chart.getData().removeLast();
        }
        while (chart.getData().size() < lines.size()) {
            chart.getData().add(new XYChart.Series<>());
        }
        newest.getChildren().clear();
        names.getChildren().clear();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            chart.getData()
                    .get(i)
                    .getData()
                    .setAll(
                            line.points().stream()
                                    .map(
                                            point ->
                                                    new XYChart.Data<Number, Number>(
                                                            seconds(point), point.value()))
                                    .toList());
            newest.getChildren().add(newestOf(line, i));
            names.getChildren().add(nameOf(line, i));
        }
        scaleTime(lines);
        crosshair.show(lines);
        chart.setAccessibleText(text("chart.accessible", title, words()));
    }

    /// The newest figures in one line, for who cannot see the chart.
    private String words() {
        return (named ? names : newest)
                .getChildren().stream()
                        .map(each -> ((Label) each).getText())
                        .collect(Collectors.joining(", "));
    }

    private Label newestOf(Line line, int index) {
        String figure = line.points().isEmpty() ? "" : write.apply(line.points().getLast().value());
        Label label = new Label((line.name() + " " + figure).strip());
        label.getStyleClass().addAll("newest-figure", "line-" + index);
        return label;
    }

    private static Label nameOf(Line line, int index) {
        Label label = new Label(line.name());
        label.getStyleClass().addAll("strong", "line-" + index);
        label.setWrapText(true);
        return label;
    }

    private void scaleTime(List<Line> lines) {
        double first = Double.MAX_VALUE;
        double last = -Double.MAX_VALUE;
        for (Line line : lines) {
            for (Point point : line.points()) {
                first = Math.min(first, seconds(point));
                last = Math.max(last, seconds(point));
            }
        }
        // Axes over nothing would show times and amounts that nobody has measured.
        boolean known = last > first;
        chart.setVisible(known);
        early.setVisible(!known);
        if (!known) {
            return;
        }
        int step = STEPS[STEPS.length - 1];
        for (int candidate : STEPS) {
            if ((last - first) / candidate <= MOST_TICKS) {
                step = candidate;
                break;
            }
        }
        time.setLowerBound(first);
        time.setUpperBound(last);
        time.setTickUnit(step);
    }

    private static double seconds(Point point) {
        return point.at().toEpochMilli() / 1000.0;
    }

    /// @param name empty where the chart's title says it
    public record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /// Writes ticks, never reads them.
    private static final class Written extends StringConverter<Number> {
        private final DoubleFunction<String> write;

        Written(DoubleFunction<String> write) {
            this.write = write;
        }

        @Override
        public String toString(Number figure) {
            return write.apply(figure.doubleValue());
        }

        @Override
        public Number fromString(String words) {
            throw new UnsupportedOperationException(words);
        }
    }
}
