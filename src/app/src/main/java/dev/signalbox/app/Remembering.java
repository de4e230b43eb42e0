package dev.signalbox.app;

import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Scope;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Profile;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Opens what was open when the window was closed, with the same scope, and remembers both from then on. On the FX
/// thread.
final class Remembering {
    private final Live live;
    private final Preferences preferences;
    private boolean ended;

    Remembering(Live live, Preferences preferences) {
        this.live = live;
        this.preferences = preferences;
    }

    /// @param saved the profiles there are; one that was open and is gone is forgotten
    void openAgain(List<Profile> saved) {
        Optional<String> scope = preferences.scope();
        wanted(saved).forEach(live::open);
        boolean several = live.all().get().size() > 1;
        if (several) {
            live.scopeProperty()
                    .set(
                            scope.filter(id -> live.state(id).isPresent())
                                    .<Scope>map(Scope.One::new)
                                    .orElseGet(Scope.All::new));
        }
    }

    /// Those of the saved profiles that were open.
    List<Profile> wanted(List<Profile> saved) {
        return preferences.open().stream()
                .flatMap(id -> saved.stream().filter(profile -> profile.id().equals(id)))
                .toList();
    }

    /// Only profiles that are saved: another start could not open the others.
    void begin(Supplier<List<Profile>> saved) {
        live.all()
                .subscribe(
                        states -> opened(states, saved.get().stream().map(Profile::id).toList()));
        live.scopeProperty().subscribe(this::chosen);
    }

    private void opened(List<ConnectionState> states, List<String> saved) {
        if (!ended) {
            preferences.setOpen(
                    states.stream()
                            .map(state -> state.profile().id())
                            .filter(saved::contains)
                            .toList());
        }
    }

    private void chosen(Scope scope) {
        if (!ended) {
            preferences.setScope(
                    switch (scope) {
                        case Scope.All _ -> Optional.empty();
                        case Scope.One(String id) -> Optional.of(id);
                    });
        }
    }

    /// From now on connections are closed because the window is, not because somebody closes them.
    void end() {
        ended = true;
    }
}
