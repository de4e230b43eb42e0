package dev.signalbox.app;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;

/// Says on standard output how long the window took from the start of its process to its first frame: the second pulse
/// after it was shown has something to paint.
final class FirstFrame extends AnimationTimer {
    private int pulses;

    @Override
    public void handle(long now) {
        pulses++;
        if (pulses == 2) {
            stop();
            ProcessHandle.current()
                    .info()
                    .startInstant()
                    .map(start -> Duration.between(start, Instant.now()).toMillis())
                    .ifPresent(millis -> System.out.println("first-frame-ms=" + millis));
        }
    }
}
