package dev.signalbox.cli.shell;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;

/// Ends a command with a problem and an exit code that is not the usual one of its kind.
public final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final int exitCode;

    public Failure(Problem problem, int exitCode) {
        super(problem.summary());
        this.problem = problem;
        this.exitCode = exitCode;
    }

    /// A profile that is missing, broken or not to be chosen between.
    public static Failure ofProfile(ProblemKind kind, String summary, String remedy) {
        return new Failure(new Problem(kind, summary, remedy), ExitCode.CONNECTION);
    }

    public static Failure ofProfile(ConnectorException cause) {
        return new Failure(cause.problem(), ExitCode.CONNECTION);
    }

    public Problem problem() {
        return problem;
    }

    public int exitCode() {
        return exitCode;
    }
}
