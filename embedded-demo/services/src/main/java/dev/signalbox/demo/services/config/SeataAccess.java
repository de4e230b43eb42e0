package dev.signalbox.demo.services.config;

import java.util.Objects;

/// Where the transaction coordinator listens.
///
/// @param server host and port of its RPC
/// @param group transaction service group of the demo
public record SeataAccess(String server, String group) {

    public SeataAccess {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(group, "group");
    }
}
