package dev.signalbox.cli.shell;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.problem.ConnectorException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What all commands have in common.
public abstract class ConsoleCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin private final Output output = new Output();

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    private boolean help;

    protected ConsoleCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// @return the exit code
    @Override
    public abstract Integer call() throws Failure, ConnectorException, InterruptedException;

    protected final Surroundings surroundings() {
        return surroundings;
    }

    protected final Terminal terminal() {
        return surroundings.terminal();
    }

    protected final Output output() {
        return output;
    }

    /// For commands that need no connection.
    protected final Workbench openWorkbench() throws ConnectorException {
        return surroundings.opener().open(surroundings.folders(), surroundings.clock());
    }
}
