package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.chart.SeriesChart;
import dev.signalbox.app.chart.SeriesChart.Line;
import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Times;
import dev.signalbox.core.deadletter.CauseGroup;
import dev.signalbox.core.deadletter.Timeline;
import dev.signalbox.core.metrics.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// When the letters of a place died, and of what: a line for each of the most frequent causes, one for all others.
/// Follows the survey while it runs.
final class CausesOverTime extends VBox {
    private static final int LINES = 4;
    private static final int MOST_SLOTS = 40;

    private final SeriesChart chart = SeriesChart.ofCounts(text("cause.over-time")).named();
    private final Label said = new Label();

    CausesOverTime(String place, ObservableValue<Found> found, Runnable closed) {
        setId("causes-chart");
        getStyleClass().add("dialog-body");
        setMaxSize(940, 560);
        Label title = new Label(text("cause.over-time.of", place));
        title.getStyleClass().add("title-4");
        said.setId("causes-chart-said");
        said.getStyleClass().add("muted");
        said.setWrapText(true);
        VBox.setVgrow(chart, Priority.ALWAYS);
        Button close = new Button(text("connections.close"));
        close.setCancelButton(true);
        close.setOnAction(_ -> closed.run());
        HBox foot = new HBox(close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, said, chart, foot);
        found.when(Showing.of(this)).subscribe(this::show);
    }

    private void show(Found found) {
        List<CauseGroup> groups = found.causes().groups();
        List<Timeline> times = groups.stream().map(CauseGroup::times).toList();
        Duration width = Timeline.commonWidth(times, MOST_SLOTS);
        List<Line> lines = lines(groups, width);
        chart.show(lines);
        long told = times.stream().mapToLong(CausesOverTime::letters).sum();
        long untold = found.letters() - told;
        said.setText(
                text(
                        "cause.over-time.said",
                        Times.span(width),
                        untold,
                        Formats.number(untold),
                        found.running() ? 1 : 0));
    }

    private static List<Line> lines(List<CauseGroup> groups, Duration width) {
        List<Instant> moments =
                groups.stream().flatMap(group -> group.times().counts().keySet().stream()).toList();
        if (moments.isEmpty()) {
            return List.of();
        }
        Instant first = moments.stream().min(Instant::compareTo).orElseThrow();
        // One slot more on each side, so that a single moment is a peak and not a point.
        Instant from = first.minus(width);
        Instant to = moments.stream().max(Instant::compareTo).orElseThrow().plus(width);
        List<Line> lines = new ArrayList<>();
        groups.stream()
                .limit(LINES)
                .forEach(
                        group ->
                                lines.add(
                                        line(
                                                name(group),
                                                group.times().inSlotsOf(width),
                                                from,
                                                to)));
        if (groups.size() > LINES) {
            Timeline rest =
                    groups.stream()
                            .skip(LINES)
                            .map(CauseGroup::times)
                            .reduce(Timeline.NONE, Timeline::plus);
            lines.add(
                    line(
                            text(
                                    "cause.over-time.others",
                                    Formats.number(groups.size() - LINES),
                                    Formats.number(letters(rest))),
                            rest.inSlotsOf(width),
                            from,
                            to));
        }
        return lines;
    }

    private static Line line(String name, Timeline times, Instant from, Instant to) {
        Stream<Timeline.Slot> slots = times.slots(from, to).stream();
        return new Line(name, slots.map(slot -> new Point(slot.from(), slot.count())).toList());
    }

    private static String name(CauseGroup group) {
        String cause = Causes.said(group.key());
        return text(
                "cause.over-time.one",
                cause.isEmpty() ? text("cause.untold") : cause,
                Formats.number(group.count()));
    }

    private static long letters(Timeline times) {
        return times.counts().values().stream().mapToLong(Long::longValue).sum();
    }
}
