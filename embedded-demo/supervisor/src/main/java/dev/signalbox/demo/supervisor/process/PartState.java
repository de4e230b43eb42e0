package dev.signalbox.demo.supervisor.process;

/// How a part is.
public enum PartState {
    /// Its process runs and is not ready yet.
    STARTING,
    /// It is ready.
    UP,
    /// It died and is to come back.
    DOWN,
    /// It does not run and is not meant to.
    STOPPED
}
