package dev.signalbox.core.model;

import org.jspecify.annotations.Nullable;

/// One header of a message. Names may repeat and order matters, so headers are a list.
public record Header(String name, @Nullable Bytes value) {}
