package dev.signalbox.demo.services.http;

/// A request that cannot be met, with the HTTP status that says so.
public final class RefusedException extends Exception {

    private final int status;

    public RefusedException(int status, String reason) {
        super(reason);
        this.status = status;
    }

    /// The reply that tells the caller.
    Reply reply() {
        return Reply.refused(status, String.valueOf(getMessage()));
    }
}
