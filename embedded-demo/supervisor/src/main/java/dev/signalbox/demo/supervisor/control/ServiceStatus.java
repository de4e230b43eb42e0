package dev.signalbox.demo.supervisor.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a service says of itself.
record ServiceStatus(Map<String, Long> counters, Map<String, Switch> incidents) {

    /// @param remaining effects until it switches itself off, where it was given a count
    record Switch(boolean on, OptionalInt remaining) {
        static final Switch OFF = new Switch(false, OptionalInt.empty());
    }

    ServiceStatus {
        counters = Map.copyOf(counters);
        incidents = Map.copyOf(incidents);
    }

    /// A counter, or nothing if the service has none of that name.
    OptionalLong counter(String name) {
        Long value = counters.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    Optional<Switch> incident(String name) {
        return Optional.ofNullable(incidents.get(name));
    }

    static ServiceStatus of(JsonNode status) {
        Map<String, Long> counters = new HashMap<>();
        status.path("counters")
                .properties()
                .forEach(counter -> counters.put(counter.getKey(), counter.getValue().asLong()));
        Map<String, Switch> incidents = new HashMap<>();
        for (JsonNode incident : status.path("incidents")) {
            JsonNode remaining = incident.path("remaining");
            incidents.put(
                    incident.path("name").asText(),
                    new Switch(
                            incident.path("on").asBoolean(),
                            remaining.isInt()
                                    ? OptionalInt.of(remaining.asInt())
                                    : OptionalInt.empty()));
        }
        return new ServiceStatus(counters, incidents);
    }
}
