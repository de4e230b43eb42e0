package dev.signalbox.app.demo;

import dev.signalbox.core.demo.DemoDescription;
import dev.signalbox.core.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How far the demo is.
public sealed interface DemoPhase {
    record Off() implements DemoPhase {}

    /// @param parts in the order of their start
    record Starting(List<Part> parts) implements DemoPhase {
        public Starting {
            parts = List.copyOf(parts);
        }
    }

    record Running(DemoDescription demo) implements DemoPhase {}

    record Stopping() implements DemoPhase {}

    /// It did not come up, or ended by itself.
    record Failed(Problem problem) implements DemoPhase {}

    /// @param took empty while it is still starting
    /// @param failure why it could not be started
    record Part(String name, Optional<Duration> took, Optional<String> failure) {}
}
