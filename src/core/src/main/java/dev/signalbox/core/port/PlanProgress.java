package dev.signalbox.core.port;

/// Told now and then how far a plan has got that takes a while, on the thread that makes it. Must not block.
@FunctionalInterface
public interface PlanProgress {
    /// Tells nobody.
    PlanProgress NONE = (_, _) -> {};

    /// @param read messages looked at
    /// @param total messages to look at, or an upper bound
    void read(long read, long total);
}
