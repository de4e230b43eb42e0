package dev.signalbox.cli.demo;

import dev.signalbox.cli.shell.ConsoleCommand;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.demo.DemoBroker;
import dev.signalbox.core.demo.DemoHome;
import dev.signalbox.core.demo.DemoProcess;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts the demo backend and shows it live, or watches it for a while and tells what was seen.
@Command(name = "demo", resourceBundle = Words.BUNDLE)
public final class DemoCommand extends ConsoleCommand {
    /// A first start on a slow machine unpacks a database and starts eight processes.
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    @Option(names = "--duration", paramLabel = "TIME")
    private @Nullable Duration duration;

    @Option(names = "--broker", paramLabel = "BROKER", defaultValue = "kafka")
    private DemoBroker broker = DemoBroker.KAFKA;

    @Option(names = "--orders-per-second", paramLabel = "RATE", defaultValue = "4")
    private double ordersPerSecond = 4;

    private DemoCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /// With its subcommands.
    public static CommandLine of(Surroundings surroundings) {
        return new CommandLine(new DemoCommand(surroundings))
                .addSubcommand(new IncidentCommand(surroundings))
                .addSubcommand(new StateCommand(surroundings))
                .addSubcommand(new TrafficCommand(surroundings))
                .addSubcommand(new StopCommand(surroundings));
    }

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        long began = System.nanoTime();
        StartLines lines = new StartLines(terminal());
        try (DemoProcess demo =
                DemoProcess.start(
                        DemoHome.find(),
                        surroundings().demoFolder(),
                        broker,
                        ordersPerSecond,
                        lines::heard)) {
            DemoView view = new DemoView(surroundings(), output(), demo.awaitUp(START_PATIENCE));
            return duration == null && !output().isJson()
                    ? view.showLive(demo)
                    : view.summarise(duration == null ? Duration.ofSeconds(90) : duration, began);
        } finally {
            terminal().err().println(Words.get("demo.stopped"));
        }
    }
}
