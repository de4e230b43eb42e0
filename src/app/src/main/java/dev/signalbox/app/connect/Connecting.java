package dev.signalbox.app.connect;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.Modals;
import dev.signalbox.core.monitor.SecretResolver;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.profile.Profile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Opens the form, saves what was typed, and connects.
public final class Connecting {
    private final SavedProfiles saved;
    private final List<ConnectorProvider> adapters;
    private final Trials trials;
    private final Live live;
    private final Modals modals;

    /// What it takes to try a connection before it is saved.
    public record Trials(Background background, SecretResolver secrets) {}

    public Connecting(
            SavedProfiles saved,
            List<ConnectorProvider> adapters,
            Trials trials,
            Live live,
            Modals modals) {
        this.saved = saved;
        this.adapters = List.copyOf(adapters);
        this.trials = trials;
        this.live = live;
        this.modals = modals;
    }

    public SavedProfiles saved() {
        return saved;
    }

    /// Whether there is an adapter to connect with at all.
    public boolean isPossible() {
        return !adapters.isEmpty();
    }

    public void open(Profile profile) {
        live.open(profile);
    }

    /// Opens the form for a new connection.
    public void describeNew() {
        modals.showUntilClosed(
                new ConnectionForm(
                        adapters,
                        new ConnectionTester(trials.background(), trials.secrets()),
                        this::accepted,
                        modals::close));
    }

    private void accepted(ConnectionForm form, ProfileDraft draft) {
        Set<String> taken = new HashSet<>();
        saved.profiles().get().forEach(profile -> taken.add(profile.id()));
        live.all().get().forEach(state -> taken.add(state.profile().id()));
        Profile profile = draft.toProfile(taken);
        saved.save(
                profile,
                () -> {
                    modals.close();
                    live.open(profile);
                },
                form::show);
    }
}
