package dev.signalbox.cli.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.shell.Figures;
import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.metrics.Derived.Latency;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.Partition;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Profile;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One connection as JSON: what was read and what was worked out from it.
public final class StateJson {
    private final Instant now;

    /// @param now what ages are counted to
    public StateJson(Instant now) {
        this.now = now;
    }

    public ObjectNode of(ConnectionState state) {
        ObjectNode node = Json.object();
        node.set("profile", of(state.profile()));
        node.put("phase", state.phase().name());
        Json.putText(node, "lastTried", state.lastTried());
        state.problem().ifPresent(problem -> node.set("problem", Json.of(problem)));
        Derived derived = state.derived();
        ObjectNode figures = node.putObject("figures");
        Json.put(figures, "throughputPerSecond", derived.throughput());
        Json.put(figures, "successShare", derived.successShare());
        Json.put(figures, "availability", derived.availability());
        derived.latency().ifPresent(latency -> figures.set("latency", of(latency)));
        state.snapshot().ifPresent(snapshot -> snapshot(node, state, snapshot));
        return node;
    }

    /// What cannot be told from nothing is a bound, not a figure: `p95BelowMillis` stands in place of `p95Millis`.
    static ObjectNode of(Latency latency) {
        ObjectNode node = Json.object();
        node.put("meanMillis", latency.mean().toMillis());
        node.put("resolutionMillis", latency.resolution().toMillis());
        if (Figures.isBelowResolution(latency)) {
            return node.put("p95BelowMillis", latency.resolution().toMillis());
        }
        return node.put("p95Millis", latency.p95().toMillis());
    }

    public static ObjectNode of(Profile profile) {
        return Json.object()
                .put("id", profile.id())
                .put("name", profile.name())
                .put("type", profile.type())
                .put("environment", profile.environment().name())
                .put("access", profile.access().name());
    }

    private void snapshot(ObjectNode node, ConnectionState state, Snapshot snapshot) {
        Derived derived = state.derived();
        node.put("takenAt", snapshot.takenAt().toString());
        Json.put(node, "ageSeconds", state.age(now));
        node.put("tookMillis", snapshot.took().toMillis());
        ObjectNode server = node.putObject("server");
        server.put("product", snapshot.server().product());
        server.put("version", snapshot.server().version());
        server.put("clusterId", snapshot.server().clusterId());
        snapshot.server().nodes().forEach(server.putArray("nodes")::add);
        ArrayNode destinations = node.putArray("destinations");
        snapshot.destinations().forEach(each -> destinations.add(of(each, derived)));
        ArrayNode groups = node.putArray("groups");
        snapshot.groups().forEach(each -> groups.add(GroupJson.of(each, derived)));
        ArrayNode transactions = node.putArray("transactions");
        snapshot.transactions().forEach(each -> transactions.add(TransactionJson.of(each, now)));
        ObjectNode capabilities = node.putObject("capabilities");
        snapshot.capabilities()
                .forEach(
                        (kind, support) ->
                                capabilities.put(
                                        kind.name(),
                                        switch (support) {
                                            case Support.Offered _ -> "offered";
                                            case Support.Refused refused ->
                                                    "refused: " + refused.reason();
                                        }));
        ArrayNode gaps = node.putArray("gaps");
        snapshot.gaps().forEach(gap -> gaps.add(Json.of(gap)));
        ArrayNode warnings = node.putArray("warnings");
        snapshot.server().warnings().forEach(warning -> warnings.add(Json.of(warning)));
    }

    private static ObjectNode of(Destination destination, Derived derived) {
        ObjectNode node = Json.object();
        node.put("name", destination.name());
        node.put("kind", destination.kind().name());
        node.put("internal", destination.internal());
        Json.putText(node, "deadLetterOf", destination.deadLetterOf());
        Json.putText(node, "retryOf", destination.retryOf());
        Json.put(node, "messages", destination.retained());
        Json.put(node, "bytes", destination.bytes());
        Json.put(node, "ratePerSecond", known(derived.rates().get(destination.name())));
        destination.queue().ifPresent(queue -> node.set("queue", QueueJson.of(queue)));
        ArrayNode partitions = node.putArray("partitions");
        for (Partition partition : destination.partitions()) {
            ObjectNode each = partitions.addObject();
            each.put("partition", partition.index());
            partition.leader().ifPresent(leader -> each.put("leader", leader));
            each.put("replicas", partition.replicas());
            each.put("inSyncReplicas", partition.inSyncReplicas());
            Json.put(each, "startOffset", partition.startOffset());
            Json.put(each, "endOffset", partition.endOffset());
        }
        return node;
    }

    private static OptionalDouble known(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
