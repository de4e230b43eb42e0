package dev.signalbox.app.connect;

import dev.signalbox.app.fx.Background;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The connections that were saved, as the window sees them. Read and written in the background.
public final class SavedProfiles {
    private final ProfileStore store;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Profile>> profiles =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public SavedProfiles(ProfileStore store, Background background) {
        this.store = store;
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

    /// Adds one, or replaces the one with its id.
    public void save(Profile profile, Runnable done, Consumer<Problem> failed) {
        background.run(
                "save-profile",
                () -> {
                    // What is in the file counts, not what was read when the window opened.
                    List<Profile> all = new ArrayList<>(store.load());
                    all.removeIf(known -> known.id().equals(profile.id()));
                    all.addFirst(profile);
                    store.save(all);
                    return List.copyOf(all);
                },
                saved -> {
                    profiles.set(saved);
                    done.run();
                },
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
