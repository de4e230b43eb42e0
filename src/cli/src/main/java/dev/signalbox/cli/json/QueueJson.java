package dev.signalbox.cli.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.model.QueueFigures;
import dev.signalbox.core.model.QueueFigures.Rates;

/// What only a queue tells, as JSON.
final class QueueJson {
    private QueueJson() {}

    static ObjectNode of(QueueFigures queue) {
        ObjectNode node = Json.object();
        Json.put(node, "ready", queue.ready());
        Json.put(node, "unacknowledged", queue.unacknowledged());
        Rates rates = queue.rates();
        Json.put(node, "inPerSecond", rates.in());
        Json.put(node, "outPerSecond", rates.out());
        Json.put(node, "redeliveredPerSecond", rates.redelivered());
        Json.put(node, "acknowledgedPerSecond", rates.acknowledged());
        if (rates.in().isEmpty()) {
            node.put("ratesUnknown", rates.unknown());
        }
        Json.putText(node, "oldest", queue.oldest());
        Json.putText(node, "full", queue.full());
        queue.deadLettering()
                .ifPresent(
                        dying -> {
                            ObjectNode each = node.putObject("deadLetters");
                            each.put("exchange", dying.exchange());
                            Json.putText(each, "routingKey", dying.routingKey());
                            each.put("by", dying.by());
                            dying.into().forEach(each.putArray("into")::add);
                        });
        ArrayNode from = node.putArray("deadLettersFrom");
        queue.deadLettersFrom().forEach(from::add);
        return node;
    }
}
