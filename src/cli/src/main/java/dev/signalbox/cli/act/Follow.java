package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Terminal;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.gate.ActionService;
import dev.signalbox.core.gate.Aftermath;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.problem.ConnectorException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Looks what becomes of the letters of a replay that has ended.
final class Follow {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ActionService actions;
    private final Terminal terminal;

    Follow(ActionService actions, Terminal terminal) {
        this.actions = actions;
        this.terminal = terminal;
    }

    /// Until all is known, but no longer than that. Tells what was seen last.
    Aftermath of(Operation replay, Duration atMost)
            throws ConnectorException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        Aftermath seen = actions.follow(replay.id());
        while (!seen.isComplete() && System.nanoTime() - end < 0) {
            TimeUnit.NANOSECONDS.sleep(
                    Math.max(0, Math.min(PAUSE.toNanos(), end - System.nanoTime())));
            seen = actions.follow(replay.id());
        }
        terminal.err().println(Words.get("follow.consumed", words(seen.consumed()), seen.sent()));
        terminal.err().println(Words.get("follow.diedAgain", words(seen.diedAgain())));
        return seen;
    }

    private static String words(Reading reading) {
        return switch (reading) {
            case Reading.Exact exact -> Long.toString(exact.amount());
            case Reading.Estimate estimate ->
                    Words.get("follow.estimate", estimate.amount(), estimate.basis());
            case Reading.Unknown unknown -> Words.get("follow.notKnown", unknown.reason());
        };
    }
}
