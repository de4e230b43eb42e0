package dev.signalbox.core.ledger;

/// What is known of a letter that a replay has touched.
public enum LetterState {
    /// About to be sent. Found after a crash, it is in doubt: it may or may not have been sent.
    SENDING,
    /// The broker has it for certain.
    SENT
}
