package dev.signalbox.demo.services.process;

import dev.signalbox.demo.services.incident.IncidentState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What `GET /status` answers.
public record Status(String service, Map<String, Long> counters, List<IncidentState> incidents) {

    public Status {
        counters = Collections.unmodifiableMap(new LinkedHashMap<>(counters));
        incidents = List.copyOf(incidents);
    }
}
