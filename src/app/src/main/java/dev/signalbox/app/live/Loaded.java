package dev.signalbox.app.live;

import dev.signalbox.core.problem.Problem;
import java.util.Optional;

/// What was asked of a server for one thing that is open.
public sealed interface Loaded<T> {
    /// Asked, not answered yet.
    record Loading<T>() implements Loaded<T> {}

    record Ready<T>(T value) implements Loaded<T> {}

    record Failed<T>(Problem problem) implements Loaded<T> {}

    default Optional<T> ready() {
        return this instanceof Ready<T>(T value) ? Optional.of(value) : Optional.empty();
    }
}
