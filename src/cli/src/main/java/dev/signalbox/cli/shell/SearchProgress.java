package dev.signalbox.cli.shell;

import java.time.Duration;

/// Says now and then how many letters have been looked at, where that takes a while.
public final class SearchProgress {
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final Terminal terminal;
    private long last = System.nanoTime();
    private boolean written;

    public SearchProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    public void read(long letters) {
        long now = System.nanoTime();
        if (!terminal.interactive() || now - last < PAUSE) {
            return;
        }
        last = now;
        written = true;
        terminal.err().print("\r" + Words.get("letters.read", letters));
        terminal.err().flush();
    }

    public void end() {
        if (written) {
            terminal.err().println();
        }
    }
}
