package dev.signalbox.app.connect;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.Modals;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.core.gate.Unlock;
import dev.signalbox.core.gate.Unlocks;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/// Unlocks read-only connections for a while, and locks them again.
public final class Unlocking {
    private final Unlocks unlocks;
    private final Live live;
    private final Background background;
    private final Modals modals;

    public Unlocking(Unlocks unlocks, Live live, Background background, Modals modals) {
        this.unlocks = unlocks;
        this.live = live;
        this.background = background;
        this.modals = modals;
    }

    /// The open connections that can be unlocked now.
    public List<Profile> locked() {
        return live.all().get().stream()
                .map(ConnectionState::profile)
                .filter(profile -> profile.access() == Access.READ_ONLY)
                .toList();
    }

    /// Those that are unlocked now.
    public List<Unlock> unlocked() {
        return live.unlocks().get();
    }

    /// Asks how long and why.
    public void ask(Profile profile) {
        modals.showUntilClosed(
                new UnlockDialog(
                        profile,
                        (dialog, span, reason) ->
                                unlock(profile, span, reason, modals::close, dialog::show),
                        modals::close));
    }

    private void unlock(
            Profile profile,
            Duration span,
            String reason,
            Runnable done,
            Consumer<Problem> failed) {
        background.run(
                "unlock",
                () -> unlocks.unlock(profile.id(), span, reason),
                _ -> {
                    live.lookAtUnlocks();
                    done.run();
                },
                failed);
    }

    /// It is locked also where that cannot be written down.
    public void lock(Unlock unlock) {
        background.run(
                "lock",
                () -> {
                    unlocks.lock(unlock.profile().id());
                    return true;
                },
                _ -> live.lookAtUnlocks(),
                problem -> {
                    live.lookAtUnlocks();
                    VBox told = new VBox(Banner.of(problem));
                    told.getStyleClass().add("dialog-body");
                    told.setMaxSize(560, VBox.USE_PREF_SIZE);
                    modals.show(told);
                });
    }
}
