package dev.signalbox.demo.supervisor.control;

/// A request that cannot be carried out, with the HTTP status that says so.
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;

    RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
