package dev.signalbox.demo.supervisor.control;

import java.util.List;
import java.util.OptionalInt;

/// How the incidents and the traffic are.
record Situation(List<IncidentState> incidents, Traffic traffic) {

    /// @param remaining effects until it switches itself off, where it was given a count
    record IncidentState(String name, boolean on, OptionalInt remaining) {}

    Situation {
        incidents = List.copyOf(incidents);
    }
}
