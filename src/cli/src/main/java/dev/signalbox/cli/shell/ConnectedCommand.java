package dev.signalbox.cli.shell;

import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A command that works on connections.
public abstract class ConnectedCommand extends ConsoleCommand {
    @Option(names = "--profile", paramLabel = "ID")
    private @Nullable String profile;

    @Option(names = "--timeout", paramLabel = "TIME", defaultValue = "30s")
    private Duration timeout = Duration.ofSeconds(30);

    protected ConnectedCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /// Opens every connection that is meant, and waits until each was read once or has failed.
    protected final Session openToRead() throws Failure, ConnectorException, InterruptedException {
        return Session.open(
                surroundings(), new ProfileChoice(surroundings()).toRead(chosen()), timeout);
    }

    /// The same for an action: it must be clear which server is meant.
    protected final Session openToAct() throws Failure, ConnectorException, InterruptedException {
        return Session.open(
                surroundings(), new ProfileChoice(surroundings()).toAct(chosen()), timeout);
    }

    private Optional<String> chosen() {
        return Optional.ofNullable(profile);
    }

    /// Writes a table. Where nothing could be read there is none: titles over nothing look like an answer.
    protected final void write(Session session, List<String> lines) {
        if (session.states().stream().anyMatch(state -> state.snapshot().isPresent())) {
            lines.forEach(terminal().out()::println);
        }
    }

    /// Ends a command that has shown what there is: it tells what could not be read, if anything.
    protected final int failedOrOk(Session session) {
        session.firstFailure().ifPresent(failure -> Problems.print(terminal(), failure.problem()));
        return session.firstFailure().map(Failure::exitCode).orElse(ExitCode.OK);
    }
}
