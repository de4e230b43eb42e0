package dev.signalbox.core.profile;

import java.util.Map;
import java.util.Objects;

/// A connection as the operator describes it.
///
/// @param id unique among the profiles, never changes; letters, digits, `-`, `_` and `.`
/// @param name for people
/// @param type of the adapter, such as `kafka`
/// @param settings of that adapter; a secret is never here but referred to as `${env:NAME}` or `${file:PATH}`
public record Profile(
        String id,
        String name,
        String type,
        Environment environment,
        Access access,
        Map<String, String> settings) {

    public Profile {
        Objects.requireNonNull(environment);
        Objects.requireNonNull(access);
        if (!id.matches("[A-Za-z0-9_.-]{1,64}")) {
            throw new IllegalArgumentException("not a profile id: " + id);
        }
        settings = Map.copyOf(settings);
    }

    /// Names of the settings only: values may be secrets.
    @Override
    public String toString() {
        return "Profile[" + id + ", " + type + ", " + settings.keySet() + "]";
    }
}
