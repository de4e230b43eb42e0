package dev.signalbox.app;

import javafx.animation.AnimationTimer;

/// Does what can wait until the window has its first frame: the second pulse after it was shown has something to paint.
final class FirstFrame extends AnimationTimer {
    private final Runnable then;
    private int pulses;

    FirstFrame(Runnable then) {
        this.then = then;
    }

    @Override
    public void handle(long now) {
        pulses++;
        if (pulses == 2) {
            stop();
            then.run();
        }
    }
}
