package dev.signalbox.cli.shell;

import dev.signalbox.core.deadletter.LetterFilter;
import dev.signalbox.core.problem.ConnectorException;
import java.util.List;
import picocli.CommandLine.Option;

/// Which letters are meant: all of which every condition holds.
public final class Where {
    @Option(names = "--where", paramLabel = "CONDITION")
    private List<String> conditions = List.of();

    /// @throws ConnectorException with what is wrong about a condition
    public LetterFilter filter() throws ConnectorException {
        return LetterFilter.parse(conditions);
    }
}
