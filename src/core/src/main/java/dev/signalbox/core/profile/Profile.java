package dev.signalbox.core.profile;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// A connection as the operator describes it.
///
/// @param id unique among the profiles, never changes; letters, digits, `-`, `_` and `.`
/// @param name for people
/// @param type of the adapter, such as `kafka`
/// @param settings of that adapter; a secret is never here but referred to (see [SecretReferences])
public record Profile(
        String id,
        String name,
        String type,
        Environment environment,
        Access access,
        Map<String, String> settings) {

    /// Settings that begin like this are the console's own, and none of the adapter's.
    public static final String ALERTS = "alerts.";

    public Profile {
        Objects.requireNonNull(environment);
        Objects.requireNonNull(access);
        if (!id.matches("[A-Za-z0-9_.-]{1,64}")) {
            throw new IllegalArgumentException("not a profile id: " + id);
        }
        settings = Map.copyOf(settings);
    }

    public static boolean isOfConsole(String setting) {
        return setting.startsWith(ALERTS);
    }

    /// The same without what is the console's own.
    public Profile forAdapter() {
        Map<String, String> others = new HashMap<>(settings);
        others.keySet().removeIf(Profile::isOfConsole);
        return with(others);
    }

    /// The same with this access.
    public Profile with(Access other) {
        return new Profile(id, name, type, environment, other, settings);
    }

    /// The same with these settings.
    public Profile with(Map<String, String> others) {
        return new Profile(id, name, type, environment, access, others);
    }

    /// The same under another id.
    public Profile withId(String other) {
        return new Profile(other, name, type, environment, access, settings);
    }

    /// Names of the settings only: values may be secrets.
    @Override
    public String toString() {
        return "Profile[" + id + ", " + type + ", " + settings.keySet() + "]";
    }
}
