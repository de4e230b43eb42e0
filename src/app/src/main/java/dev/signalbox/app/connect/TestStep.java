package dev.signalbox.app.connect;

import dev.signalbox.core.problem.Problem;

/// What has to go well for a connection, in this order.
public enum TestStep {
    /// The settings can be used, and the secrets they refer to are there.
    SETTINGS,
    /// The names of the servers are known.
    NAME,
    /// Something listens at the address.
    PORT,
    /// It speaks what we speak: the protocol, with TLS or without.
    PROTOCOL,
    /// It accepts who we are.
    LOGIN,
    /// It lets us see something.
    READING;

    /// Where it failed, as far as the problem tells.
    ///
    /// @param asked whether the server was asked already; before that only the settings can be wrong
    static TestStep failedBy(Problem problem, boolean asked) {
        return switch (problem.kind()) {
            case UNREACHABLE -> PORT;
            case TIMEOUT -> PROTOCOL;
            case AUTHENTICATION -> LOGIN;
            case AUTHORIZATION, UNEXPECTED -> READING;
            case INVALID, UNSUPPORTED, NOT_FOUND, CONFLICT -> asked ? PROTOCOL : SETTINGS;
        };
    }
}
