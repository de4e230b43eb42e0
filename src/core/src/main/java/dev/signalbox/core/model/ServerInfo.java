package dev.signalbox.core.model;

import dev.signalbox.core.problem.Problem;
import java.util.List;

/// What is at the other end.
///
/// @param product such as `Apache Kafka`
/// @param version as the server tells it; empty where it does not
/// @param clusterId identity that survives a change of address: what plans, ledger and audit are bound to
/// @param nodes addresses of the nodes known
/// @param warnings what it warns of itself, such as a node in alarm; what is read from it is whole all the same
public record ServerInfo(
        String product,
        String version,
        String clusterId,
        List<String> nodes,
        List<Problem> warnings) {
    public ServerInfo {
        nodes = List.copyOf(nodes);
        warnings = List.copyOf(warnings);
    }

    /// One that warns of nothing.
    public ServerInfo(String product, String version, String clusterId, List<String> nodes) {
        this(product, version, clusterId, nodes, List.of());
    }
}
