package dev.signalbox.demo.services.incident;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The wish to switch an incident, as `PUT /incidents/{name}` brings it.
///
/// @param count with `on`: effects after which it switches itself off
public record IncidentSwitch(boolean on, @Nullable Integer count) {

    public IncidentSwitch {
        if (count != null && count < 1) {
            throw new IllegalArgumentException("count must be at least 1, was " + count);
        }
    }

    /// Does it.
    public void apply(Incident incident) {
        if (on) {
            incident.switchOn(count == null ? OptionalInt.empty() : OptionalInt.of(count));
        } else {
            incident.switchOff();
        }
    }
}
