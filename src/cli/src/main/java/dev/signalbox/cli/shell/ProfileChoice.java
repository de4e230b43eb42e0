package dev.signalbox.cli.shell;

import dev.signalbox.core.demo.DemoDescription;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the profiles that `--profile` means. `demo` is the running demo: its broker and its coordinator.
public final class ProfileChoice {
    private static final String DEMO = "demo";

    private final ProfileStore store;
    private final Path demoFolder;

    public ProfileChoice(Surroundings surroundings) {
        store = new ProfileStore(surroundings.folders().config().resolve("profiles.json"));
        demoFolder = surroundings.demoFolder();
    }

    /// Those named; without a name all that are stored, or the running demo where none is.
    public List<Profile> toRead(Optional<String> id) throws Failure {
        return id.isPresent() ? named(id.get()) : all();
    }

    /// Those named; without a name the only one there is. An action never guesses between servers.
    public List<Profile> toAct(Optional<String> id) throws Failure {
        if (id.isPresent()) {
            return named(id.get());
        }
        List<Profile> stored = stored();
        if (stored.size() > 1) {
            throw Failure.ofProfile(
                    ProblemKind.INVALID,
                    Words.get("profile.several"),
                    Words.get("profile.several.remedy", ids(stored)));
        }
        return all();
    }

    private List<Profile> all() throws Failure {
        List<Profile> stored = stored();
        if (!stored.isEmpty()) {
            return stored;
        }
        return demo().map(DemoDescription::profiles)
                .orElseThrow(
                        () ->
                                Failure.ofProfile(
                                        ProblemKind.NOT_FOUND,
                                        Words.get("profile.none", store.file()),
                                        Words.get("profile.none.remedy")));
    }

    private List<Profile> named(String id) throws Failure {
        Optional<DemoDescription> demo = id.startsWith(DEMO) ? demo() : Optional.empty();
        if (id.equals(DEMO)) {
            return demo.map(DemoDescription::profiles)
                    .orElseThrow(
                            () ->
                                    Failure.ofProfile(
                                            ProblemKind.NOT_FOUND,
                                            Words.get("profile.demo.none"),
                                            Words.get("profile.demo.none.remedy")));
        }
        List<Profile> stored = stored();
        return Stream.concat(
                        stored.stream(),
                        demo.stream().flatMap(running -> running.profiles().stream()))
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .map(List::of)
                .orElseThrow(
                        () ->
                                Failure.ofProfile(
                                        ProblemKind.NOT_FOUND,
                                        Words.get("profile.unknown", id),
                                        Words.get("profile.unknown.remedy", ids(stored))));
    }

    private List<Profile> stored() throws Failure {
        try {
            return store.load();
        } catch (ConnectorException e) {
            throw Failure.ofProfile(e);
        }
    }

    private Optional<DemoDescription> demo() throws Failure {
        try {
            return DemoDescription.ofRunning(demoFolder);
        } catch (ConnectorException e) {
            throw Failure.ofProfile(e);
        }
    }

    private static String ids(List<Profile> profiles) {
        return profiles.isEmpty()
                ? "-"
                : profiles.stream().map(Profile::id).collect(Collectors.joining(", "));
    }
}
