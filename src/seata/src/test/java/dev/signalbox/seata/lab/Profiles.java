package dev.signalbox.seata.lab;

import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.util.HashMap;
import java.util.Map;

/// Profiles for tests.
public final class Profiles {

    private Profiles() {}

    public static Profile of(Map<String, String> settings) {
        return new Profile("test", "Test", "seata", Environment.TEST, Access.READ_WRITE, settings);
    }

    /// The settings with one of them changed.
    public static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put(key, value);
        return changed;
    }
}
