package dev.signalbox.app.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The JavaFX application thread as an executor: what is given to it runs there, at once when already there.
public final class FxThread implements Executor {
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    /// Ends the toolkit once the last window is closed and all is let go of.
    public void exit() {
        Platform.exit();
    }
}
