package dev.signalbox.seata.problem;

import java.io.IOException;
import java.util.Locale;

/// What is at the other end is no coordinator: what it sends does not begin like a frame.
public final class ForeignProtocolException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean http;

    /// @param start the first bytes it sent
    public ForeignProtocolException(String start) {
        super("not Seata's protocol: " + printable(start));
        this.http = start.startsWith("HTTP/");
    }

    /// Whether it answered as a web server does: most likely the console's port was given for the RPC's.
    public boolean isHttp() {
        return http;
    }

    private static String printable(String start) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            text.append(
                    c >= ' ' && c < 127
                            ? String.valueOf(c)
                            : String.format(Locale.ROOT, "\\x%02x", (int) c));
        }
        return text.toString();
    }
}
