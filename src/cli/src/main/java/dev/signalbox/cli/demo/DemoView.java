package dev.signalbox.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.read.LivePicture;
import dev.signalbox.cli.shell.ExitCode;
import dev.signalbox.cli.shell.Output;
import dev.signalbox.cli.shell.Screen;
import dev.signalbox.cli.shell.Session;
import dev.signalbox.cli.shell.Surroundings;
import dev.signalbox.cli.shell.Terminal;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.demo.DemoControl;
import dev.signalbox.core.demo.DemoDescription;
import dev.signalbox.core.demo.DemoProcess;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Looks at the running demo as the console looks at any backend: through its connections.
final class DemoView {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(2);

    /// Between two pages of a log that nobody watches.
    private static final Duration SELDOM = Duration.ofSeconds(10);

    private final Surroundings surroundings;
    private final Output output;
    private final DemoDescription demo;

    DemoView(Surroundings surroundings, Output output, DemoDescription demo) {
        this.surroundings = surroundings;
        this.output = output;
        this.demo = demo;
    }

    /// Until Ctrl+C, or until the demo ends.
    int showLive(DemoProcess process) throws ConnectorException, InterruptedException {
        Terminal terminal = surroundings.terminal();
        Screen screen = new Screen(terminal);
        Duration pause = terminal.interactive() ? LOOK : SELDOM;
        try (Session session = Session.open(surroundings, demo.profiles(), CONNECT_PATIENCE);
                DemoControl control = new DemoControl(demo)) {
            while (process.isAlive() && !surroundings.interruption().isInterrupted()) {
                screen.show(page(session, control));
                session.await(pause, _ -> !process.isAlive());
            }
        }
        return ExitCode.OK;
    }

    private List<String> page(Session session, DemoControl control) throws InterruptedException {
        List<String> page = new ArrayList<>();
        try {
            page.addAll(StatePrinter.brief(control.state()));
        } catch (ConnectorException e) {
            page.add(e.problem().summary());
        }
        page.add(Words.get("demo.hint"));
        page.add("");
        page.addAll(new LivePicture(session.states(), surroundings.clock().instant()).lines());
        return page;
    }

    /// Watches for so long and tells what was seen.
    ///
    /// @param began when the command began, by [System#nanoTime()]
    int summarise(Duration duration, long began) throws ConnectorException, InterruptedException {
        try (Session session = Session.open(surroundings, demo.profiles(), CONNECT_PATIENCE);
                DemoControl control = new DemoControl(demo)) {
            Observations observations =
                    new Observations(surroundings.clock(), demo.broker(), began);
            session.await(
                    duration,
                    states -> {
                        observations.add(states);
                        return false;
                    });
            List<ConnectionState> last = session.states();
            DemoSummary summary = new DemoSummary(last, observations, control.state().traffic());
            tell(summary);
            return summary.missing().isEmpty() ? ExitCode.OK : ExitCode.NOT_MET;
        }
    }

    private void tell(DemoSummary summary) {
        ObjectNode json = summary.json(surroundings.clock().instant());
        output.write(surroundings.terminal(), json);
        summary.missing()
                .forEach(
                        missing ->
                                surroundings
                                        .terminal()
                                        .err()
                                        .println(Words.get("demo.missing." + missing)));
    }
}
