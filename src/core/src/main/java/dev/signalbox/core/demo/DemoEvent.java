package dev.signalbox.core.demo;

import java.time.Duration;
import java.util.Optional;

/// What the demo's supervisor tells while it runs.
public sealed interface DemoEvent {
    /// A part is being started.
    record Starting(String part) implements DemoEvent {}

    /// A part answers.
    record Ready(String part, Duration took) implements DemoEvent {}

    /// A part could not be started.
    record Failed(String part, String reason) implements DemoEvent {}

    /// Everything is up; the description can be read.
    record Up(Duration took) implements DemoEvent {}

    /// A part died, or an incident stopped it.
    record Down(String part, String reason) implements DemoEvent {}

    /// An incident was switched, by somebody or by itself.
    record IncidentSwitched(String name, boolean on) implements DemoEvent {}

    /// @param part empty: the whole demo
    record Stopping(Optional<String> part) implements DemoEvent {}

    /// @param part empty: the whole demo
    record Stopped(Optional<String> part) implements DemoEvent {}

    /// The supervisor's process has ended. Always the last event.
    record Ended(int exitCode) implements DemoEvent {}

    /// A line this version does not understand, as it came.
    record Other(String line) implements DemoEvent {}
}
