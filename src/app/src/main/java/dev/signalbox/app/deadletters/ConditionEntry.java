package dev.signalbox.app.deadletters;

/// What of a letter there is a field for, to narrow to it.
public enum ConditionEntry {
    ORIGIN,
    CAUSE,
    MESSAGE,
    KEY,
    HEADER,
    PAYLOAD_PLACE,
    PAYLOAD_TEXT
}
