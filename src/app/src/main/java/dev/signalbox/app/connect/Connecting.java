package dev.signalbox.app.connect;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.FilePicker;
import dev.signalbox.app.nav.Modals;
import dev.signalbox.core.monitor.SecretResolver;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.secret.Secrets;
import dev.signalbox.core.setup.ForeignFile;
import dev.signalbox.core.setup.SecretKeeping;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Opens the form, saves what was typed, and connects.
public final class Connecting {
    private final SavedProfiles saved;
    private final List<ConnectorProvider> adapters;
    private final Means means;
    private final SecretKeeping keeping;
    private final Live live;
    private final Modals modals;
    private final FilePicker files;

    /// What it takes to try a connection, to keep its secrets and to unlock it.
    public record Means(
            Background background, SecretResolver resolver, Secrets secrets, Unlocking unlocking) {}

    public Connecting(
            SavedProfiles saved,
            List<ConnectorProvider> adapters,
            Means means,
            Live live,
            Modals modals,
            FilePicker files) {
        this.saved = saved;
        this.adapters = List.copyOf(adapters);
        this.means = means;
        this.keeping = new SecretKeeping(means.secrets(), adapters);
        this.live = live;
        this.modals = modals;
        this.files = files;
    }

    public SavedProfiles saved() {
        return saved;
    }

    public Unlocking unlocking() {
        return means.unlocking();
    }

    /// Whether there is an adapter to connect with at all.
    public boolean isPossible() {
        return !adapters.isEmpty();
    }

    public void open(Profile profile) {
        whenReadable(List.of(profile), () -> live.open(profile));
    }

    /// Goes on once the secrets of these can be read. Without the password it goes on as well: the connections then
    /// tell what they lack.
    public void whenReadable(List<Profile> profiles, Runnable then) {
        boolean fileWanted =
                profiles.stream()
                        .flatMap(profile -> profile.settings().values().stream())
                        .anyMatch(Secrets::refersToFile);
        if (fileWanted && means.secrets().file().exists() && !means.secrets().file().isOpen()) {
            askForPassword(
                    () -> {
                        modals.close();
                        then.run();
                    },
                    () -> {
                        modals.close();
                        then.run();
                    });
        } else {
            then.run();
        }
    }

    private void askForPassword(Runnable opened, Runnable cancelled) {
        modals.showUntilClosed(
                new PasswordDialog(
                        means.secrets().file().exists(),
                        (dialog, password) ->
                                means.background()
                                        .run(
                                                "open-secrets",
                                                () -> {
                                                    means.secrets().file().open(password);
                                                    return true;
                                                },
                                                _ -> opened.run(),
                                                dialog::show),
                        cancelled));
    }

    /// Shows all that are saved: to open, change, remove, take in and pass on.
    public void manage() {
        showAll();
    }

    /// The same, and asks for a file to take connections in from.
    public void takeIn() {
        showAll().take();
    }

    private ConnectionsView showAll() {
        // Another window may have changed them.
        saved.load(_ -> {});
        ConnectionsView all = new ConnectionsView(this, files, modals::close);
        modals.show(all);
        return all;
    }

    /// Opens the form for a new connection.
    public void describeNew() {
        describe(Optional.empty());
    }

    /// Whether its kind is known here.
    boolean canChange(Profile profile) {
        return adapters.stream().anyMatch(adapter -> adapter.type().equals(profile.type()));
    }

    /// Opens the form with what is saved.
    void change(Profile profile) {
        describe(Optional.of(profile));
    }

    /// Opens the form with what a file of another tool says. Nothing of it is saved before the operator has seen it.
    void describe(Path file, Consumer<Problem> failed) {
        means.background()
                .run(
                        "read-foreign",
                        () -> ForeignFile.read(file, adapters),
                        read -> {
                            ConnectionForm form = form(Optional.empty());
                            form.fill(read);
                            modals.showUntilClosed(form);
                        },
                        failed);
    }

    private void describe(Optional<Profile> before) {
        modals.showUntilClosed(form(before));
    }

    private ConnectionForm form(Optional<Profile> before) {
        return new ConnectionForm(
                adapters,
                before,
                new ConnectionTester(means.background(), means.resolver()),
                (form, draft) ->
                        keep(
                                form,
                                form::show,
                                before.map(known -> draft.toProfile(Set.of()).withId(known.id()))
                                        .orElseGet(() -> draft.toProfile(taken())),
                                before,
                                true),
                modals::close);
    }

    /// Saves a connection as it was changed, and connects anew where it is open and other than it was to its adapter.
    ///
    /// One that is not saved, as those of a demo, goes on with it until it is closed.
    ///
    /// @param form what is shown again when a password had to be asked for
    public void change(
            Node form, Consumer<Problem> failed, Profile before, Map<String, String> settings) {
        if (!isSaved(before)) {
            live.amend(before.with(settings));
            modals.close();
            return;
        }
        boolean open = live.state(before.id()).isPresent();
        keep(form, failed, before.with(settings), Optional.of(before), open);
    }

    public boolean isSaved(Profile profile) {
        return saved.profiles().get().stream().anyMatch(it -> it.id().equals(profile.id()));
    }

    private void keep(
            Node form,
            Consumer<Problem> failed,
            Profile typed,
            Optional<Profile> before,
            boolean open) {
        means.background()
                .run(
                        "look-for-keychain",
                        () -> keeping.needsPassword(typed),
                        needed -> {
                            if (needed) {
                                Runnable back = () -> modals.showUntilClosed(form);
                                askForPassword(
                                        () -> {
                                            back.run();
                                            save(failed, typed, before, open);
                                        },
                                        back);
                            } else {
                                save(failed, typed, before, open);
                            }
                        },
                        failed);
    }

    private void save(
            Consumer<Problem> failed, Profile typed, Optional<Profile> before, boolean open) {
        saved.save(
                before,
                () -> keeping.keep(typed),
                profile -> {
                    modals.close();
                    if (!live.amend(profile)) {
                        // What is open leads to where the profile led before.
                        before.ifPresent(known -> live.close(known.id()));
                        if (open) {
                            live.open(profile);
                        }
                    }
                },
                failed);
    }

    private Set<String> taken() {
        Set<String> taken = new HashSet<>();
        saved.profiles().get().forEach(profile -> taken.add(profile.id()));
        live.all().get().forEach(state -> taken.add(state.profile().id()));
        return taken;
    }
}
