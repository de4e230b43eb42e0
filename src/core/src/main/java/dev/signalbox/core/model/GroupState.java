package dev.signalbox.core.model;

/// The state of a group as the broker tells it.
public enum GroupState {
    STABLE,
    REBALANCING,
    EMPTY,
    DEAD,
    UNKNOWN;

    /// Whether somebody is there to consume.
    public boolean hasMembers() {
        return this == STABLE || this == REBALANCING;
    }
}
