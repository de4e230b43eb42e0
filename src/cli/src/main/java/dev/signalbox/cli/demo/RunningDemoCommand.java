package dev.signalbox.cli.demo;

import dev.signalbox.cli.shell.ConsoleCommand;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Failure;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.demo.DemoControl;
import dev.signalbox.core.demo.DemoDescription;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;

/// A command to the demo that runs.
abstract class RunningDemoCommand extends ConsoleCommand {
    RunningDemoCommand(Surroundings surroundings) {
        super(surroundings);
    }

    abstract void send(DemoControl control) throws ConnectorException, InterruptedException;

    @Override
    public Integer call() throws Failure, ConnectorException, InterruptedException {
        DemoDescription demo =
                DemoDescription.ofRunning(surroundings().demoFolder())
                        .orElseThrow(
                                () ->
                                        Failure.ofProfile(
                                                ProblemKind.NOT_FOUND,
                                                Words.get("profile.demo.none"),
                                                Words.get("profile.demo.none.remedy")));
        try (DemoControl control = new DemoControl(demo)) {
            send(control);
        }
        return ExitCode.OK;
    }
}
