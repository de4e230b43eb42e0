package dev.signalbox.app.shell;

import dev.signalbox.app.action.Run;
import dev.signalbox.app.action.Runs;
import dev.signalbox.app.demo.DemoPhase;
import dev.signalbox.app.demo.DemoSession;
import dev.signalbox.app.nav.Modals;
import java.util.List;
import javafx.util.Subscription;

/// Closes the window: at once where nothing has to end before; otherwise it stays until all has ended, and says what
/// it waits for. Actions end before the demo they may be at work on. On the FX thread.
public final class Closing {
    private final Runs runs;
    private final DemoSession demo;
    private final Modals modals;
    private Runnable gone = () -> {};
    private Subscription watching = Subscription.EMPTY;
    private boolean underWay;
    private boolean demoTold;

    public Closing(Runs runs, DemoSession demo, Modals modals) {
        this.runs = runs;
        this.demo = demo;
        this.modals = modals;
    }

    /// Whether the window may go now. Asking again while it waits changes nothing.
    ///
    /// @param then called once it may go, if it may not now and the operator does not stay
    public boolean mayGo(Runnable then) {
        if (underWay) {
            return false;
        }
        List<Run> running = running();
        if (running.isEmpty() && !demo.isOwn()) {
            return true;
        }
        gone = then;
        if (running.isEmpty()) {
            begin();
        } else {
            modals.showUntilClosed(ClosingView.asking(running.size(), modals::close, this::begin));
        }
        return false;
    }

    private List<Run> running() {
        return runs.all().get().stream().filter(run -> !run.hasEnded()).toList();
    }

    private void begin() {
        if (underWay) {
            return;
        }
        underWay = true;
        running().forEach(run -> run.operation().cancel());
        modals.showUntilClosed(ClosingView.waiting(running().size()));
        watching =
                Subscription.combine(
                        runs.all().subscribe(_ -> goOn()), demo.phase().subscribe(_ -> goOn()));
    }

    private void goOn() {
        if (!underWay || !running().isEmpty()) {
            return;
        }
        if (demo.isOwn() && !demoTold) {
            demoTold = true;
            modals.showUntilClosed(ClosingView.waiting(0));
            demo.stop();
        } else if (!(demo.phase().get() instanceof DemoPhase.Stopping)) {
            underWay = false;
            demoTold = false;
            watching.unsubscribe();
            modals.close();
            gone.run();
        }
    }
}
