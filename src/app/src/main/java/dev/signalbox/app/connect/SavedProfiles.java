package dev.signalbox.app.connect;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Work;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileExchange;
import dev.signalbox.core.profile.ProfileStore;
import dev.signalbox.core.setup.ProfileIds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The connections that were saved, as the window sees them. Read and written in the background.
public final class SavedProfiles {
    private final ProfileStore store;
    private final List<ConnectorProvider> adapters;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Profile>> profiles =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param adapters which may understand the files of other tools
    public SavedProfiles(
            ProfileStore store, List<ConnectorProvider> adapters, Background background) {
        this.store = store;
        this.adapters = List.copyOf(adapters);
        this.background = background;
    }

    /// Reads the file again.
    ///
    /// @param then called with what was read; not called when it could not be
    public void load(Consumer<List<Profile>> then) {
        background.run(
                "load-profiles",
                store::load,
                read -> {
                    profiles.set(read);
                    problem.set(Optional.empty());
                    then.accept(read);
                },
                failure -> problem.set(Optional.of(failure)));
    }

    /// Adds one, or puts it in the place of the one it was made from, as [ProfileStore#put] does.
    ///
    /// @param ready makes what is saved; blocks, and may fail
    /// @param done called with what was saved
    public void save(
            Optional<Profile> before,
            Work<Profile> ready,
            Consumer<Profile> done,
            Consumer<Problem> failed) {
        background.run(
                "save-profile",
                () -> {
                    Profile profile = ready.call();
                    return new Saved(profile, store.put(before, profile));
                },
                saved -> {
                    profiles.set(saved.all());
                    done.accept(saved.profile());
                },
                failed);
    }

    private record Saved(Profile profile, List<Profile> all) {}

    /// Takes it out of the file.
    public void remove(Profile profile, Consumer<Problem> failed) {
        background.run("remove-profile", () -> store.remove(profile), profiles::set, failed);
    }

    /// Adds those in a file of somebody else. One that is known already is left out; of another with the same id, the
    /// id is changed.
    ///
    /// @param done called with how many were added
    public void take(Path file, Consumer<Integer> done, Consumer<Problem> failed) {
        background.run(
                "import-profiles",
                () -> {
                    List<Profile> taken = new ArrayList<>();
                    for (Profile offered : ProfileExchange.read(file, adapters).reversed()) {
                        List<Profile> known = store.load();
                        if (!known.contains(offered)) {
                            Set<String> ids =
                                    known.stream().map(Profile::id).collect(Collectors.toSet());
                            store.put(
                                    Optional.empty(),
                                    offered.withId(ProfileIds.free(offered.id(), ids)));
                            taken.add(offered);
                        }
                    }
                    return new Taken(taken.size(), store.load());
                },
                result -> {
                    profiles.set(result.all());
                    done.accept(result.count());
                },
                failed);
    }

    private record Taken(int count, List<Profile> all) {}

    /// Writes them all to a file for somebody else, without secrets.
    public void give(Path file, Runnable done, Consumer<Problem> failed) {
        background.run(
                "export-profiles",
                () -> {
                    ProfileExchange.write(file, store.load());
                    return true;
                },
                _ -> done.run(),
                failed);
    }

    /// Newest first.
    public ReadOnlyObjectProperty<List<Profile>> profiles() {
        return profiles.getReadOnlyProperty();
    }

    /// Why they could not be read. The file is left as it is.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }
}
