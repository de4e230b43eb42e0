package dev.signalbox.demo.supervisor.process;

import java.time.Instant;
import java.util.OptionalLong;

/// How a part is and since when.
///
/// @param pid of its process, while it has one
/// @param restarts how often it was started again because it had died
public record PartStatus(
        String name, PartState state, OptionalLong pid, Instant since, int restarts) {}
