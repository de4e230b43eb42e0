package dev.signalbox.core.model;

import java.util.OptionalLong;

/// A figure with its honesty: exact, estimated (and how), or unknown (and why). Unknown is never 0.
public sealed interface Reading {
    /// Read from the server as it is.
    record Exact(long amount) implements Reading {}

    /// Worked out; `basis` says how, in the operator's language.
    record Estimate(long amount, String basis) implements Reading {}

    /// Not known; `reason` says why, in the operator's language.
    record Unknown(String reason) implements Reading {}

    static Reading of(long amount) {
        return new Exact(amount);
    }

    static Reading unknown(String reason) {
        return new Unknown(reason);
    }

    /// The figure, if there is one.
    default OptionalLong value() {
        return switch (this) {
            case Exact exact -> OptionalLong.of(exact.amount());
            case Estimate estimate -> OptionalLong.of(estimate.amount());
            case Unknown _ -> OptionalLong.empty();
        };
    }
}
