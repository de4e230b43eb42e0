package dev.signalbox.core.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.FileTurn;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.CoreTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The profiles of this user: one readable JSON file without secrets.
public final class ProfileStore {
    private final Path file;

    public ProfileStore(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /// All profiles in the order of the file; none where there is no file yet.
    ///
    /// @throws ConnectorException `INVALID` when the file is broken; it names the place, and the file stays as it
    ///     is
    public List<Profile> load() throws ConnectorException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return ProfileFile.parse(Files.readAllBytes(file)).toProfiles();
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null ? "?" : "" + e.getLocation().getLineNr();
            throw broken(line, e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw broken("?", String.valueOf(e.getMessage()), e);
        }
    }

    /// Replaces the file as a whole.
    ///
    /// @throws ConnectorException when the file that is there is broken: it is not written over
    public void save(List<Profile> profiles) throws ConnectorException {
        load();
        try {
            PrivateFiles.replace(file, ProfileFile.of(profiles).toBytes());
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /// Adds a profile as the first one, or puts it in the place of the one it was made from. Consoles take turns, so
    /// that none writes over what another has saved.
    ///
    /// @param before as it was when the change was begun; empty for a new one
    /// @return what is in the file now
    /// @throws ConnectorException `CONFLICT` when the file has something else there by now: nothing is written
    public List<Profile> put(Optional<Profile> before, Profile now) throws ConnectorException {
        return change(
                known -> {
                    List<Profile> all = new ArrayList<>(known);
                    if (before.isPresent()) {
                        all.set(placeOf(before.get(), known), now);
                    } else if (known.stream().anyMatch(it -> it.id().equals(now.id()))) {
                        throw conflict("profiles.taken", now.name());
                    } else {
                        all.addFirst(now);
                    }
                    return all;
                });
    }

    /// Takes one out of the file.
    ///
    /// @param before as it was when it was looked at
    /// @return what is in the file now
    /// @throws ConnectorException `CONFLICT` when the file has something else there by now: nothing is written
    public List<Profile> remove(Profile before) throws ConnectorException {
        return change(
                known -> {
                    List<Profile> all = new ArrayList<>(known);
                    all.remove(placeOf(before, known));
                    return all;
                });
    }

    private List<Profile> change(Change change) throws ConnectorException {
        try (var _ = FileTurn.at(file)) {
            List<Profile> changed = List.copyOf(change.of(load()));
            save(changed);
            return changed;
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private static int placeOf(Profile before, List<Profile> known) throws ConnectorException {
        int place = known.indexOf(before);
        if (place < 0) {
            throw conflict("profiles.changed", before.name());
        }
        return place;
    }

    private static ConnectorException conflict(String key, String name) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.CONFLICT,
                        CoreTexts.get(key, name),
                        CoreTexts.get(key + ".remedy")));
    }

    /// What becomes of the profiles in the file.
    private interface Change {
        List<Profile> of(List<Profile> known) throws ConnectorException;
    }

    private ConnectorException cannotWrite(IOException e) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNEXPECTED,
                        CoreTexts.get(
                                "profiles.cannot-write", file, String.valueOf(e.getMessage())),
                        CoreTexts.get("profiles.cannot-write.remedy")),
                e);
    }

    private ConnectorException broken(String line, String reason, Exception cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.INVALID,
                        CoreTexts.get("profiles.broken", file, line, reason),
                        CoreTexts.get("profiles.broken.remedy")),
                cause);
    }
}
