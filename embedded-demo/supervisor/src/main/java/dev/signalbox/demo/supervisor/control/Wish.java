package dev.signalbox.demo.supervisor.control;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How an incident is to be, and which processes have been told so.
final class Wish {
    final Incident incident;
    boolean on;

    /// Effects until it switches itself off, as far as is known.
    OptionalInt remaining = OptionalInt.empty();

    private final Map<String, Long> told = new HashMap<>();

    Wish(Incident incident) {
        this.incident = incident;
    }

    void change(boolean nowOn, OptionalInt count) {
        on = nowOn;
        remaining = nowOn ? count : OptionalInt.empty();
        told.clear();
    }

    void told(String service, OptionalLong pid) {
        pid.ifPresent(id -> told.put(service, id));
    }

    /// Whether the process that answers now has been told.
    boolean knows(String service, OptionalLong pid) {
        Long id = told.get(service);
        return id != null && pid.isPresent() && pid.getAsLong() == id;
    }

    /// Whether this service is the one that counts the effects.
    boolean counts(String service) {
        return incident.holders().getFirst().equals(service);
    }
}
