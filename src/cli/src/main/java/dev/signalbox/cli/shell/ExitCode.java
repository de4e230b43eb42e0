package dev.signalbox.cli.shell;

import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.problem.ProblemKind;

/// What scripts may rely on. `--help` and the README tell the same.
public final class ExitCode {
    public static final int OK = 0;
    public static final int UNEXPECTED = 1;
    public static final int USAGE = 2;

    /// What was looked for was not seen.
    public static final int NOT_MET = 3;

    /// A profile is missing or broken, or its server cannot be reached.
    public static final int CONNECTION = 4;

    /// Refused or not confirmed; nothing was changed.
    public static final int REFUSED = 5;

    /// An action was started and did not do all it was to do.
    public static final int INCOMPLETE = 6;

    /// An alert was told.
    public static final int ALERTED = 7;

    private ExitCode() {}

    public static int of(ProblemKind kind) {
        return switch (kind) {
            case UNREACHABLE, TIMEOUT, AUTHENTICATION -> CONNECTION;
            case AUTHORIZATION, NOT_FOUND, CONFLICT, UNSUPPORTED, INVALID -> REFUSED;
            case UNEXPECTED -> UNEXPECTED;
        };
    }

    public static int of(Operation.Status status) {
        return switch (status) {
            case SUCCEEDED -> OK;
            case SCHEDULED, RUNNING, PAUSED, PARTIAL, FAILED, CANCELLED -> INCOMPLETE;
        };
    }
}
