package dev.signalbox.core.export;

import java.io.IOException;

/// A line of a file that is no message.
final class BadLine extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;

    /// @param reason in the operator's language
    BadLine(long line, String reason) {
        super(reason);
        this.line = line;
    }

    BadLine(long line, String reason, Exception cause) {
        super(reason, cause);
        this.line = line;
    }

    long line() {
        return line;
    }
}
