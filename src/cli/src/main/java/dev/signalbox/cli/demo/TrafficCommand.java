package dev.signalbox.cli.demo;

import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.demo.DemoControl;
import dev.signalbox.core.problem.ConnectorException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Sets the rate at which the demo's orders are placed.
@Command(name = "traffic", resourceBundle = Words.BUNDLE)
final class TrafficCommand extends RunningDemoCommand {
    @Parameters(paramLabel = "ORDERS-PER-SECOND", descriptionKey = "parameter.rate")
    private double rate;

    TrafficCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void send(DemoControl control) throws ConnectorException, InterruptedException {
        control.traffic(rate);
        new StatePrinter(terminal(), output()).print(control.state());
    }
}
