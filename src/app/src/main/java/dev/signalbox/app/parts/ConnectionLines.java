package dev.signalbox.app.parts;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;

/// One line for each connection that does not answer, for each alarm of a server, and for each part of a picture that is
/// missing.
public final class ConnectionLines extends VBox {
    private final Live live;
    private final boolean gapsOnly;
    private List<Line> lines = List.of();

    public ConnectionLines(Live live) {
        this(live, false);
    }

    /// Without those that do not answer, for a screen that tells them in its own way.
    public static ConnectionLines gapsOnly(Live live) {
        return new ConnectionLines(live, true);
    }

    private ConnectionLines(Live live, boolean gapsOnly) {
        this.live = live;
        this.gapsOnly = gapsOnly;
        getStyleClass().add("lines");
        live.shown().when(Showing.of(this)).subscribe(_ -> show());
        live.now().when(Showing.of(this)).subscribe(_ -> show());
    }

    private void show() {
        Instant now = live.now().getValue();
        List<Line> newer =
                live.shown().get().stream()
                        .flatMap(
                                state ->
                                        Stream.concat(
                                                gapsOnly
                                                        ? Stream.empty()
                                                        : Stream.concat(
                                                                troubleOf(state, now),
                                                                warningsOf(state)),
                                                gapsOf(state)))
                        .toList();
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

    static Stream<Line> troubleOf(ConnectionState state, Instant now) {
        Tone tone = state.phase() == ConnectionState.Phase.FAILED ? Tone.DANGER : Tone.WARNING;
        return state.problem().stream()
                .map(problem -> new Line(tone, lastSeen(state, now), Optional.of(problem)));
    }

    private static Stream<Line> warningsOf(ConnectionState state) {
        return state.snapshot().stream()
                .flatMap(known -> known.server().warnings().stream())
                .map(
                        warning ->
                                new Line(
                                        Tone.DANGER,
                                        text("lines.warns", state.profile().name()),
                                        Optional.of(warning)));
    }

    static Stream<Line> gapsOf(ConnectionState state) {
        return state.snapshot().stream()
                .flatMap(known -> known.gaps().stream())
                .map(
                        gap ->
                                new Line(
                                        Tone.NOTICE,
                                        text("lines.gap", state.profile().name()),
                                        Optional.of(gap)));
    }

    private static String lastSeen(ConnectionState state, Instant now) {
        String name = state.profile().name();
        return state.snapshot()
                .map(known -> text("lines.last-seen", name, Times.ago(known.takenAt(), now)))
                .orElseGet(
                        () ->
                                text(
                                        state.phase() == ConnectionState.Phase.FAILED
                                                ? "lines.failed"
                                                : "lines.never-seen",
                                        name));
    }

    record Line(Tone tone, String said, Optional<Problem> problem) {}
}
