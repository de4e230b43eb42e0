package dev.signalbox.cli.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.metrics.Derived;
import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.model.ConsumerGroup;
import java.util.Optional;
import java.util.OptionalDouble;

/// A consumer group as JSON.
public final class GroupJson {
    private GroupJson() {}

    public static ObjectNode of(ConsumerGroup group, Derived derived) {
        ObjectNode node = Json.object();
        node.put("group", group.id());
        node.put("type", group.type().name());
        node.put("state", group.state().name());
        if (group.totalLag().isPresent()) {
            node.put("lag", group.totalLag().getAsLong());
        } else {
            node.putNull("lag");
        }
        Optional<GroupTrend> trend = Optional.ofNullable(derived.groups().get(group.id()));
        node.put("verdict", trend.map(GroupTrend::verdict).orElse(Derived.Verdict.UNKNOWN).name());
        Json.put(
                node,
                "consumeRatePerSecond",
                trend.map(GroupTrend::consumeRate).orElse(OptionalDouble.empty()));
        Json.put(node, "lagSeconds", trend.flatMap(GroupTrend::lagTime));
        Json.put(node, "drainSeconds", trend.flatMap(GroupTrend::timeToDrain));
        ArrayNode positions = node.putArray("positions");
        for (ConsumerGroup.Position position : group.positions()) {
            ObjectNode each = positions.addObject();
            each.put("topic", position.topic());
            each.put("partition", position.partition());
            Json.put(each, "committed", position.committed());
            Json.put(each, "end", position.end());
            Json.put(each, "lag", position.lag());
        }
        return node;
    }
}
