package dev.signalbox.cli.demo;

import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.demo.DemoControl;
import dev.signalbox.core.problem.ConnectorException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Switches a fault of the demo.
@Command(name = "incident", resourceBundle = Words.BUNDLE)
final class IncidentCommand extends RunningDemoCommand {
    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "parameter.incident")
    private String name = "";

    @Parameters(index = "1", paramLabel = "on|off", descriptionKey = "parameter.switch")
    private Switch position = Switch.on;

    @Option(names = "--count", paramLabel = "COUNT")
    private @Nullable Integer count;

    /// As it is typed.
    enum Switch {
        on,
        off
    }

    IncidentCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void send(DemoControl control) throws ConnectorException, InterruptedException {
        control.incident(
                name,
                position == Switch.on,
                count == null ? OptionalInt.empty() : OptionalInt.of(count));
        new StatePrinter(terminal(), output()).print(control.state());
    }
}
