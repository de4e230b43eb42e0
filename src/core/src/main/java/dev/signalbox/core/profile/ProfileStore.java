package dev.signalbox.core.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.CoreTexts;
import dev.signalbox.core.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The profiles of this user: one readable JSON file without secrets.
public final class ProfileStore {
    private static final int VERSION = 1;

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
            Content content = Json.mapper().readValue(Files.readAllBytes(file), Content.class);
            return content.toProfiles();
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
            byte[] content =
                    Json.mapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(Content.of(profiles));
            PrivateFiles.replace(file, content);
        } catch (IOException e) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.UNEXPECTED,
                            CoreTexts.get(
                                    "profiles.cannot-write", file, String.valueOf(e.getMessage())),
                            CoreTexts.get("profiles.cannot-write.remedy")),
                    e);
        }
    }

    private ConnectorException broken(String line, String reason, Exception cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.INVALID,
                        CoreTexts.get("profiles.broken", file, line, reason),
                        CoreTexts.get("profiles.broken.remedy")),
                cause);
    }

    /// The file.
    private record Content(int version, @Nullable List<Entry> profiles) {
        static Content of(List<Profile> profiles) {
            return new Content(VERSION, profiles.stream().map(Entry::of).toList());
        }

        List<Profile> toProfiles() {
            if (version != VERSION) {
                throw new IllegalArgumentException("version " + version);
            }
            if (profiles == null) {
                return List.of();
            }
            Set<String> ids = new HashSet<>();
            List<Profile> read = profiles.stream().map(Entry::toProfile).toList();
            for (Profile profile : read) {
                if (!ids.add(profile.id())) {
                    throw new IllegalArgumentException("two profiles with the id " + profile.id());
                }
            }
            return read;
        }
    }

    /// One profile in the file. Whatever is not said is what can do the least harm.
    private record Entry(
            @Nullable String id,
            @Nullable String name,
            @Nullable String type,
            @Nullable Environment environment,
            @Nullable Access access,
            @Nullable Map<String, String> settings) {
        static Entry of(Profile profile) {
            return new Entry(
                    profile.id(),
                    profile.name(),
                    profile.type(),
                    profile.environment(),
                    profile.access(),
                    profile.settings());
        }

        Profile toProfile() {
            if (id == null || type == null) {
                throw new IllegalArgumentException("a profile without an id or a type");
            }
            return new Profile(
                    id,
                    name == null ? id : name,
                    type,
                    environment == null ? Environment.PRODUCTION : environment,
                    access == null ? Access.READ_ONLY : access,
                    settings == null ? Map.of() : settings);
        }
    }
}
