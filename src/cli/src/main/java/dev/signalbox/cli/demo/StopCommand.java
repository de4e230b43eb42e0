package dev.signalbox.cli.demo;

import dev.signalbox.cli.json.Json;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.demo.DemoControl;
import dev.signalbox.core.problem.ConnectorException;
import picocli.CommandLine.Command;

/// Asks the demo to stop; returns when it has been heard.
@Command(name = "stop", resourceBundle = Words.BUNDLE)
final class StopCommand extends RunningDemoCommand {
    StopCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void send(DemoControl control) throws ConnectorException, InterruptedException {
        control.stop();
        terminal().err().println(Words.get("demo.stopping"));
        if (output().isJson()) {
            output().write(terminal(), Json.object().put("stopping", true));
        }
    }
}
