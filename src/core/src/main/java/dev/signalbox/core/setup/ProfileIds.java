package dev.signalbox.core.setup;

import java.util.Locale;
import java.util.Set;

/// Ids for profiles, made of the names people give them.
public final class ProfileIds {
    private static final int LONGEST = 50;

    private ProfileIds() {}

    /// @param otherwise where the name has nothing an id may have
    /// @param taken ids that other profiles have
    public static String of(String name, String otherwise, Set<String> taken) {
        String base =
                name.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        if (base.isEmpty()) {
            base = otherwise;
        }
        return free(base.substring(0, Math.min(LONGEST, base.length())), taken);
    }

    /// The same, or with the first number that makes it another.
    public static String free(String base, Set<String> taken) {
        String id = base;
        for (int i = 2; taken.contains(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }
}
