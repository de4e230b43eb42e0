package dev.signalbox.kafka;

import dev.signalbox.core.problem.Problem;

/// What became of a transaction.
sealed interface Fate {
    /// Whether trying again may help.
    default boolean isTransient() {
        return switch (this) {
            case Committed _ -> false;
            case Aborted(Problem problem) -> problem.kind().isTransient();
            case InDoubt(Problem problem) -> problem.kind().isTransient();
        };
    }

    /// The same fate of what was not sent, for another reason.
    default Fate because(Problem problem) {
        return switch (this) {
            case Committed _ -> this;
            case Aborted _ -> new Aborted(problem);
            case InDoubt _ -> new InDoubt(problem);
        };
    }

    /// The broker has all of it, for certain.
    record Committed() implements Fate {}

    /// The broker has none of it, for certain: no consumer that reads committed messages sees any.
    record Aborted(Problem problem) implements Fate {}

    /// The broker was told to commit and did not answer, then or when asked again.
    record InDoubt(Problem problem) implements Fate {}
}
