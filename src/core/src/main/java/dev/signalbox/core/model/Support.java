package dev.signalbox.core.model;

/// Whether a server can do something. A face shows what is refused as disabled, with the reason.
public sealed interface Support {
    record Offered() implements Support {}

    /// @param reason in the operator's language
    record Refused(String reason) implements Support {}
}
