package dev.signalbox.cli.shell;

import java.io.PrintWriter;
import java.util.List;

/// Shows one page after the other: in place where somebody sits, one below the other otherwise.
public final class Screen {
    private static final String TO_TOP = "\u001b[H";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";
    private static final String CLEAR_REST_OF_PAGE = "\u001b[J";

    private final Terminal terminal;
    private boolean first = true;

    public Screen(Terminal terminal) {
        this.terminal = terminal;
    }

    public void show(List<String> page) {
        PrintWriter out = terminal.out();
        if (terminal.interactive()) {
            // Overwriting does not flicker as clearing would.
            out.print(TO_TOP);
            page.forEach(line -> out.print(line + CLEAR_REST_OF_LINE + "\n"));
            out.print(CLEAR_REST_OF_PAGE);
        } else {
            if (!first) {
                out.println();
            }
            page.forEach(out::println);
        }
        first = false;
        out.flush();
    }
}
