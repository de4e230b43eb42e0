package dev.signalbox.cli.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.json.StateJson;
import dev.signalbox.cli.shell.ConnectedCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Screen;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows the connections live until it is interrupted or its time is over.
@Command(name = "watch", resourceBundle = Words.BUNDLE)
public final class WatchCommand extends ConnectedCommand {
    @Option(names = "--every", paramLabel = "TIME", defaultValue = "2s")
    private Duration every = Duration.ofSeconds(2);

    @Option(names = "--duration", paramLabel = "TIME")
    private @Nullable Duration duration;

    public WatchCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        try (Session session = openToRead()) {
            Screen screen = new Screen(terminal());
            long began = System.nanoTime();
            do {
                show(screen, session.states());
                session.await(every, _ -> false);
            } while (!surroundings().interruption().isInterrupted()
                    && (duration == null || System.nanoTime() - began < duration.toNanos()));
            return ExitCode.OK;
        }
    }

    /// With `--json` one line a look.
    private void show(Screen screen, List<ConnectionState> states) {
        Instant now = surroundings().clock().instant();
        if (!output().isJson()) {
            screen.show(new LivePicture(states, now).lines());
            return;
        }
        ObjectNode look = Json.object().put("at", now.toString());
        ArrayNode connections = look.putArray("connections");
        states.forEach(state -> connections.add(new StateJson(now).of(state)));
        terminal().out().println(Json.line(look));
    }
}
