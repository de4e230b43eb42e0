package dev.signalbox.app.nav;

import dev.signalbox.core.port.Action;

/// The way from a button to a change: plans the action, shows the plan, and carries it out once the operator says
/// so. Nothing is changed by the call itself.
public interface Actions {
    /// Opens the review of this action. To be called on the FX thread; returns at once.
    void open(String profileId, Action action);
}
