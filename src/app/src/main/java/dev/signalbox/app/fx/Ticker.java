package dev.signalbox.app.fx;

import java.time.Clock;
import java.time.Instant;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/// The time of day on the FX thread, once a second: what lets ages grow on the screen.
public final class Ticker {
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Instant> now;

    public Ticker(Clock clock) {
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
    }

    /// Starts ticking. Needs the toolkit; without it [#tick] is called by hand.
    public void start() {
        Timeline timeline = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
        timeline.setCycleCount(Timeline.INDEFINITE);
        timeline.play();
    }

    public void tick() {
        now.set(clock.instant());
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }
}
