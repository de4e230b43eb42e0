package dev.signalbox.app.action;

import dev.signalbox.app.fx.Background;
import dev.signalbox.core.gate.ActionService;
import dev.signalbox.core.gate.Aftermath;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// Looks every few seconds what has become of the letters that were replayed, until that is known or some time has
/// passed. On the FX thread; one look at a time.
public final class Following {
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration ALTOGETHER = Duration.ofMinutes(15);

    private final ActionService actions;
    private final Runs runs;
    private final Background background;
    private Instant next = Instant.MIN;
    private boolean looking;

    private Following(ActionService actions, Runs runs, Background background) {
        this.actions = actions;
        this.runs = runs;
        this.background = background;
    }

    /// Goes on as long as the window.
    ///
    /// @param now the time, once a second
    public static void start(
            ActionService actions, Runs runs, Background background, ObservableValue<Instant> now) {
        Following following = new Following(actions, runs, background);
        now.subscribe(following::look);
    }

    private void look(Instant now) {
        if (looking || now.isBefore(next)) {
            return;
        }
        Optional<Run> open = runs.all().get().stream().filter(run -> isOpen(run, now)).findFirst();
        if (open.isEmpty()) {
            return;
        }
        looking = true;
        background.run(
                "follow",
                () -> actions.follow(open.get().id()),
                _ -> looked(now),
                _ -> looked(now));
    }

    /// A look that failed is made again: a server may be away for a while.
    private void looked(Instant at) {
        looking = false;
        next = at.plus(PAUSE);
    }

    private static boolean isOpen(Run run, Instant now) {
        return run.aftermath().filter(Following::hasMore).isPresent()
                && run.state()
                        .endedAt()
                        .filter(end -> now.isBefore(end.plus(ALTOGETHER)))
                        .isPresent();
    }

    private static boolean hasMore(Aftermath aftermath) {
        return aftermath.sent() > 0 && !aftermath.isComplete();
    }
}
