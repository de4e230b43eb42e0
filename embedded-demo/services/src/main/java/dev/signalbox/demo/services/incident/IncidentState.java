package dev.signalbox.demo.services.incident;

import org.jspecify.annotations.Nullable;

/// An incident as `/status` shows it.
///
/// @param remaining effects after which it switches itself off; none when it stays on, or is off
public record IncidentState(String name, boolean on, @Nullable Integer remaining) {}
