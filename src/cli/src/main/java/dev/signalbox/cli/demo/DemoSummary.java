package dev.signalbox.cli.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.cli.json.Json;
import dev.signalbox.core.demo.DemoState;
import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.TransactionStatus.Phase;
import dev.signalbox.core.monitor.ConnectionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One account of what the console saw of the demo.
///
/// @param states as they were at the end
/// @param traffic what the order service says of its orders
record DemoSummary(
        List<ConnectionState> states, Observations observations, DemoState.Traffic traffic) {
    DemoSummary {
        states = List.copyOf(states);
    }

    /// What should have been seen and was not, by the name in the JSON.
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!observations.ordersFlowed() || traffic.completed().orElse(0) == 0) {
            missing.add("orders");
        }
        if (!observations.deadLetterSeen()) {
            missing.add("deadLetter");
        }
        if (!observations.laggingGroupSeen()) {
            missing.add("laggingGroup");
        }
        if (!observations.transactionSeen()) {
            missing.add("inFlightTransaction");
        }
        return missing;
    }

    ObjectNode json(Instant now) {
        ObjectNode node = Json.object();
        Json.put(node, "ordersPlaced", traffic.placed());
        Json.put(node, "ordersCompleted", traffic.completed());
        ArrayNode topics = node.putArray("topics");
        ArrayNode deadLetters = node.putArray("deadLetters");
        ArrayNode groups = node.putArray("groups");
        ArrayNode transactions = node.putArray("transactions");
        OptionalDouble throughput = OptionalDouble.empty();
        for (ConnectionState state : states) {
            Derived derived = state.derived();
            throughput = derived.throughput().isPresent() ? derived.throughput() : throughput;
            state.snapshot()
                    .ifPresent(
                            snapshot -> {
                                addDestinations(topics, deadLetters, snapshot, derived);
                                snapshot.groups().forEach(each -> add(groups, each, derived));
                                snapshot.transactions()
                                        .forEach(each -> add(transactions, each, now));
                            });
        }
        Json.put(node, "throughput", throughput);
        observations
                .firstData()
                .ifPresentOrElse(
                        first -> node.put("firstDataMillis", first.toMillis()),
                        () -> node.putNull("firstDataMillis"));
        ArrayNode notSeen = node.putArray("missing");
        missing().forEach(notSeen::add);
        return node;
    }

    private static void addDestinations(
            ArrayNode topics, ArrayNode deadLetters, Snapshot snapshot, Derived derived) {
        for (Destination destination : snapshot.destinations()) {
            if (destination.internal()) {
                continue;
            }
            if (destination.isDeadLetters()) {
                ObjectNode each = deadLetters.addObject().put("destination", destination.name());
                Json.put(each, "messages", destination.retained());
            }
            ObjectNode each = topics.addObject().put("name", destination.name());
            Json.put(each, "messages", destination.retained());
            @Nullable Double rate = derived.rates().get(destination.name());
            Json.put(
                    each,
                    "ratePerSecond",
                    rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate));
        }
    }

    private static void add(ArrayNode groups, ConsumerGroup group, Derived derived) {
        ObjectNode each = groups.addObject().put("group", group.id());
        Json.put(each, "lag", group.totalLag());
        each.put(
                "verdict",
                Optional.ofNullable(derived.groups().get(group.id()))
                        .map(Derived.GroupTrend::verdict)
                        .orElse(Derived.Verdict.UNKNOWN)
                        .name());
    }

    private static void add(ArrayNode transactions, GlobalTransaction transaction, Instant now) {
        if (transaction.status().phase() == Phase.ENDED) {
            return;
        }
        ObjectNode each = transactions.addObject().put("xid", transaction.xid());
        each.put("status", transaction.status().name());
        Json.put(each, "ageSeconds", transaction.age(now));
        each.put("branches", transaction.branches().size());
    }
}
