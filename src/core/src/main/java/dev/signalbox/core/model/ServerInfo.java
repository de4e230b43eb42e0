package dev.signalbox.core.model;

import java.util.List;

/// What is at the other end.
///
/// @param product such as `Apache Kafka`
/// @param version as the server tells it; empty where it does not
/// @param clusterId identity that survives a change of address: what plans, ledger and audit are bound to
/// @param nodes addresses of the nodes known
public record ServerInfo(String product, String version, String clusterId, List<String> nodes) {
    public ServerInfo {
        nodes = List.copyOf(nodes);
    }
}
