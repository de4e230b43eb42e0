package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Terminal;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.gate.Operation;
import java.time.Duration;
import java.util.UUID;

/// How far an action is: one line that is written over where somebody sits, a line now and then otherwise.
final class ProgressLine {
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration SELDOM = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final UUID operation;
    private final long pause;
    private long last = System.nanoTime();
    private boolean written;

    ProgressLine(Terminal terminal, UUID operation) {
        this.terminal = terminal;
        this.operation = operation;
        this.pause = (terminal.interactive() ? OFTEN : SELDOM).toNanos();
    }

    /// Called on the thread of the action.
    synchronized void changed(Operation changed) {
        Operation.State state = changed.state();
        long now = System.nanoTime();
        if (!changed.id().equals(operation) || state.status().hasEnded() || now - last < pause) {
            return;
        }
        last = now;
        written = true;
        String progress = Words.get("action.progress", state.done(), state.total());
        String text =
                state.problem()
                        .map(why -> Words.get("action.waiting", progress, why.summary()))
                        .orElse(progress);
        if (terminal.interactive()) {
            terminal.err().print("\r" + text);
            terminal.err().flush();
        } else {
            terminal.err().println(text);
        }
    }

    synchronized void end() {
        if (written && terminal.interactive()) {
            terminal.err().println();
        }
    }
}
