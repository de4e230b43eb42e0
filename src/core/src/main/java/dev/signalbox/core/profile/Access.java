package dev.signalbox.core.profile;

/// What a profile lets its operator do. Enforced in the action gate, below every face.
public enum Access {
    READ_ONLY,
    READ_WRITE
}
