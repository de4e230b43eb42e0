package dev.signalbox.app.nav;

import java.util.Locale;

/// The screens, in the order of the sidebar.
public enum FeatureId {
    OVERVIEW,
    QUEUES,
    CONSUMERS,
    DEAD_LETTERS,
    TRANSACTIONS,
    OPERATIONS,
    SERVERS,
    DEMO;

    /// What its texts begin with: `dead-letters`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
