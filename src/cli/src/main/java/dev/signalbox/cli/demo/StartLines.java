package dev.signalbox.cli.demo;

import dev.signalbox.cli.shell.Figures;
import dev.signalbox.cli.shell.Plain;
import dev.signalbox.cli.shell.Terminal;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.demo.DemoEvent;

/// Tells how the demo starts and stops, a line for each step.
final class StartLines {
    private final Terminal terminal;
    private boolean up;

    StartLines(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Once the live picture is on the screen, only what is wrong is told.
    synchronized void heard(DemoEvent event) {
        switch (event) {
            case DemoEvent.Ready(String part, var took) ->
                    tell(Words.get("demo.ready", part, Figures.exact(took)));
            case DemoEvent.Failed(String part, String reason) ->
                    tell(Words.get("demo.failed", part, Plain.of(reason)));
            case DemoEvent.Down(String part, String reason) ->
                    tell(Words.get("demo.down", part, Plain.of(reason)));
            case DemoEvent.Up(var took) -> {
                tell(Words.get("demo.up", Figures.exact(took)));
                up = true;
            }
            case DemoEvent.Starting _,
                    DemoEvent.IncidentSwitched _,
                    DemoEvent.Stopping _,
                    DemoEvent.Stopped _,
                    DemoEvent.Ended _,
                    DemoEvent.Other _ -> {
                // Nothing that somebody waits for.
            }
        }
    }

    private void tell(String line) {
        if (!up || !terminal.interactive()) {
            terminal.err().println(line);
        }
    }
}
