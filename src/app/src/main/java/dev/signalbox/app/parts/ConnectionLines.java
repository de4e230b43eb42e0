package dev.signalbox.app.parts;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// One line for each connection that does not answer, and one for each part of a picture that is missing.
public final class ConnectionLines extends VBox {
    private final Live live;
    private List<Line> lines = List.of();

    public ConnectionLines(Live live) {
        this.live = live;
        getStyleClass().add("lines");
        live.shown().when(Showing.of(this)).subscribe(_ -> show());
        live.now().when(Showing.of(this)).subscribe(_ -> show());
    }

    private void show() {
        List<Line> newer = new ArrayList<>();
        live.shown().get().forEach(state -> newer.addAll(linesOf(state, live.now().getValue())));
        if (!newer.equals(lines)) {
            lines = newer;
            getChildren()
                    .setAll(
                            newer.stream()
                                    .map(
                                            line ->
                                                    new Banner(
                                                            line.tone(),
                                                            line.said(),
                                                            line.problem()))
                                    .toList());
        }
    }

    static List<Line> linesOf(ConnectionState state, Instant now) {
        List<Line> lines = new ArrayList<>();
        String name = state.profile().name();
        state.problem()
                .ifPresent(
                        problem ->
                                lines.add(
                                        new Line(
                                                state.phase() == ConnectionState.Phase.FAILED
                                                        ? Tone.DANGER
                                                        : Tone.WARNING,
                                                lastSeen(state, name, now),
                                                Optional.of(problem))));
        state.snapshot()
                .ifPresent(
                        known ->
                                known.gaps()
                                        .forEach(
                                                gap ->
                                                        lines.add(
                                                                new Line(
                                                                        Tone.NOTICE,
                                                                        text("lines.gap", name),
                                                                        Optional.of(gap)))));
        return lines;
    }

    private static String lastSeen(ConnectionState state, String name, Instant now) {
        return state.snapshot()
                .map(known -> text("lines.last-seen", name, Times.ago(known.takenAt(), now)))
                .orElseGet(() -> text("lines.never-seen", name));
    }

    record Line(Tone tone, String said, Optional<Problem> problem) {}
}
