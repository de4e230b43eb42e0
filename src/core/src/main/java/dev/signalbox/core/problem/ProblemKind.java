package dev.signalbox.core.problem;

/// The kinds of failure an operator acts on differently.
public enum ProblemKind {
    /// Nothing answers at the address.
    UNREACHABLE,
    /// Something answers, but not in time.
    TIMEOUT,
    /// The server does not accept who we say we are.
    AUTHENTICATION,
    /// The server knows us and refuses, or the profile is read-only.
    AUTHORIZATION,
    /// The thing acted on is not there (any more).
    NOT_FOUND,
    /// The thing acted on is not as it was when the operator looked.
    CONFLICT,
    /// This server, version or protocol cannot do it.
    UNSUPPORTED,
    /// The input is not what it has to be: a broken file, a malformed address.
    INVALID,
    /// Everything else: a bug on one of the sides.
    UNEXPECTED;

    /// Whether trying again without changing anything may help.
    public boolean isTransient() {
        return this == UNREACHABLE || this == TIMEOUT;
    }
}
