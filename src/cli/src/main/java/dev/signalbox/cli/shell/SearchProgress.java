package dev.signalbox.cli.shell;

import dev.signalbox.core.deadletter.CauseGroups;
import java.time.Duration;
import java.util.function.Supplier;

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
        say(() -> Words.get("letters.read", letters));
    }

    /// With what they died of, so far.
    public void read(long letters, CauseGroups causes) {
        say(
                () -> {
                    CauseGroups.Summary known = causes.summary();
                    return Words.get(
                            "letters.readCauses",
                            letters,
                            known.groups().size(),
                            known.groups().isEmpty() ? 0 : known.groups().getFirst().count());
                });
    }

    private void say(Supplier<String> words) {
        long now = System.nanoTime();
        if (!terminal.interactive() || now - last < PAUSE) {
            return;
        }
        last = now;
        written = true;
        terminal.err().print("\r" + words.get());
        terminal.err().flush();
    }

    public void end() {
        if (written) {
            terminal.err().println();
        }
    }
}
