package dev.signalbox.core.problem;

import org.jspecify.annotations.Nullable;

/// The one exception through the port. Its [Problem] is what faces show.
public final class ConnectorException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ConnectorException(Problem problem) {
        this(problem, null);
    }

    public ConnectorException(Problem problem, @Nullable Throwable cause) {
        super(problem.kind() + ": " + problem.summary(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
