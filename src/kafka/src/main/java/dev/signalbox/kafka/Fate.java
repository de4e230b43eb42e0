package dev.signalbox.kafka;

import dev.signalbox.core.problem.Problem;
import java.util.Optional;

/// What became of a transaction.
sealed interface Fate {
    /// Whether trying again may help.
    default boolean isTransient() {
        return why().map(problem -> problem.kind().isTransient()).orElse(false);
    }

    default Optional<Problem> why() {
        return switch (this) {
            case Committed _ -> Optional.empty();
            case Aborted(Problem problem) -> Optional.of(problem);
            case InDoubt(Problem problem) -> Optional.of(problem);
        };
    }

    /// The broker has all of it, for certain.
    record Committed() implements Fate {}

    /// The broker has none of it, for certain: no consumer that reads committed messages sees any.
    record Aborted(Problem problem) implements Fate {}

    /// The broker was told to commit and did not answer, then or when asked again.
    record InDoubt(Problem problem) implements Fate {}
}
