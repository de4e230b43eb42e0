package dev.signalbox.app.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The details an audit entry can have, in the order in which they are shown. What is planned and done says its unit
/// itself, so the unit has no line of its own.
public enum DetailName {
    TARGET,
    SELECTION,
    TO,
    FROM,
    AGAIN,
    TOPICS,
    PARTITION,
    HEADERS,
    BACKUP,
    PLANNED,
    REVERSAL,
    HAZARDS,
    RESULT,
    DONE,
    PROBLEM,
    SUMMARY,
    REASON,
    UNTIL;

    /// Empty for one that this version does not know.
    static Optional<DetailName> of(String written) {
        return Arrays.stream(values()).filter(name -> name.written().equals(written)).findFirst();
    }

    /// As the audit writes it.
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
