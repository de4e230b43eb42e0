package dev.signalbox.cli.shell;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.io.PrintWriter;

/// Tells the operator what failed, on what, and what to do; decides the exit code.
public final class Problems {
    private Problems() {}

    public static void print(Terminal terminal, Problem problem) {
        PrintWriter err = terminal.err();
        err.println(Plain.of(problem.summary()));
        if (!problem.remedy().isBlank()) {
            err.println(Plain.of(problem.remedy()));
        }
        problem.details().lines().map(Plain::of).forEach(line -> err.println("  " + line));
        err.flush();
    }

    /// What picocli calls when a command throws.
    public static int handle(Terminal terminal, Exception thrown) throws Exception {
        return switch (thrown) {
            case Failure failure -> {
                print(terminal, failure.problem());
                yield failure.exitCode();
            }
            case ConnectorException refused -> {
                print(terminal, refused.problem());
                yield ExitCode.of(refused.problem().kind());
            }
            case InterruptedException _ -> {
                terminal.err().println(Words.get("interrupted"));
                yield ExitCode.INCOMPLETE;
            }
            default -> throw thrown;
        };
    }
}
