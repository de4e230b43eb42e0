package dev.signalbox.core.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How the demo is doing, as its supervisor tells it.
@JsonIgnoreProperties(ignoreUnknown = true)
public record DemoState(List<Part> parts, List<Incident> incidents, Traffic traffic) {
    public DemoState {
        parts = List.copyOf(parts);
        incidents = List.copyOf(incidents);
        Objects.requireNonNull(traffic);
    }

    /// One process of the demo.
    ///
    /// @param pid while it runs
    /// @param since when it came into this state
    /// @param restarts how often it was started again after dying
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Part(
            String name,
            PartState state,
            OptionalLong pid,
            Optional<Instant> since,
            int restarts) {}

    public enum PartState {
        STARTING,
        UP,
        DOWN,
        STOPPED
    }

    /// A fault that can be switched.
    ///
    /// @param remaining effects until it switches itself off, where it was given a count
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Incident(String name, boolean on, OptionalInt remaining) {}

    /// What the services say of the orders. Empty: unknown, the service that counts does not answer at
    /// the moment.
    ///
    /// @param ordersPerSecond the rate that was asked for
    /// @param hung orders whose global transaction hangs
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Traffic(
            double ordersPerSecond,
            OptionalLong placed,
            OptionalLong completed,
            OptionalLong failed,
            OptionalLong hung) {}
}
