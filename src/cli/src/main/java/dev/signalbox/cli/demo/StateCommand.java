package dev.signalbox.cli.demo;

import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.demo.DemoControl;
import dev.signalbox.core.problem.ConnectorException;
import picocli.CommandLine.Command;

/// Shows the parts, incidents and traffic of the demo.
@Command(name = "state", resourceBundle = Words.BUNDLE)
final class StateCommand extends RunningDemoCommand {
    StateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void send(DemoControl control) throws ConnectorException, InterruptedException {
        new StatePrinter(terminal(), output()).print(control.state());
    }
}
