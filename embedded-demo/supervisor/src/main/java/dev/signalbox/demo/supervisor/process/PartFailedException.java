package dev.signalbox.demo.supervisor.process;

/// A part did not become ready. The message says why, with the last lines of its log.
public final class PartFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    PartFailedException(String message) {
        super(message);
    }
}
