package dev.signalbox.core.profile;

import dev.signalbox.core.text.Json;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Profiles as they stand in a file: that of this user, and those passed on to others.
record ProfileFile(int version, @Nullable List<Entry> profiles) {
    private static final int VERSION = 1;

    static ProfileFile of(List<Profile> profiles) {
        return new ProfileFile(VERSION, profiles.stream().map(Entry::of).toList());
    }

    static ProfileFile parse(byte[] content) throws IOException {
        return Json.mapper().readValue(content, ProfileFile.class);
    }

    byte[] toBytes() throws IOException {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
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

    /// One profile in the file. Whatever is not said is what can do the least harm.
    record Entry(
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
