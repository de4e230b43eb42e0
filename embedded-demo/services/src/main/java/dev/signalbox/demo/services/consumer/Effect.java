package dev.signalbox.demo.services.consumer;

/// What a delivery came to.
public enum Effect {
    DONE,
    /// It had been done before: by an earlier delivery, or by another message about the same order.
    NOTHING_LEFT_TO_DO
}
