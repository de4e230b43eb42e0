package dev.signalbox.demo.supervisor.control;

import java.util.List;
import java.util.Optional;

/// Something that can be made to go wrong.
///
/// @param holders the services that have to be told, in the order in which they are when it is switched on;
///     the first counts its effects. None: the supervisor itself stops the broker
record Incident(String name, List<String> holders) {
    static final String BROKER_STOPPED = "broker-stopped";

    static final List<Incident> ALL =
            List.of(
                    // First whoever fails, then whoever sends what it fails at
                    new Incident("poison-messages", List.of("payment", "order")),
                    new Incident("slow-consumer", List.of("recommendation")),
                    new Incident("payment-hangs", List.of("payment")),
                    new Incident(BROKER_STOPPED, List.of()));

    Incident {
        holders = List.copyOf(holders);
    }

    static Optional<Incident> named(String name) {
        return ALL.stream().filter(incident -> incident.name().equals(name)).findFirst();
    }
}
