package dev.signalbox.demo.services.incident;

import java.util.OptionalInt;

/// A fault that can be switched. Safe for use by several threads.
public final class Incident {

    private final String name;
    private boolean on;
    private OptionalInt remaining = OptionalInt.empty();

    public Incident(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /// Switches it on.
    ///
    /// @param effects after so many it switches itself off; empty: it stays on
    public synchronized void switchOn(OptionalInt effects) {
        on = true;
        remaining = effects;
    }

    public synchronized void switchOff() {
        on = false;
        remaining = OptionalInt.empty();
    }

    public synchronized boolean isOn() {
        return on;
    }

    /// Takes one effect, if it is on and has one left.
    public synchronized boolean take() {
        if (!on) {
            return false;
        }
        if (remaining.isPresent()) {
            remaining = OptionalInt.of(remaining.getAsInt() - 1);
            if (remaining.getAsInt() == 0) {
                switchOff();
            }
        }
        return true;
    }

    /// What it is like now.
    public synchronized IncidentState state() {
        return new IncidentState(name, on, remaining.isPresent() ? remaining.getAsInt() : null);
    }
}
