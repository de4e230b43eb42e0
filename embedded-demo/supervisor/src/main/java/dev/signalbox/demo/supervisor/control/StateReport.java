package dev.signalbox.demo.supervisor.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.demo.supervisor.process.PartStatus;
import java.util.List;
import java.util.OptionalLong;

/// The answer to `GET /state`. What is unknown is `null`.
final class StateReport {
    private StateReport() {}

    static ObjectNode of(List<PartStatus> parts, Situation situation) {
        ObjectNode report = Json.object();
        ArrayNode partList = report.putArray("parts");
        parts.forEach(part -> describe(part, partList.addObject()));
        ArrayNode incidentList = report.putArray("incidents");
        for (Situation.IncidentState incident : situation.incidents()) {
            ObjectNode node =
                    incidentList.addObject().put("name", incident.name()).put("on", incident.on());
            if (incident.remaining().isPresent()) {
                node.put("remaining", incident.remaining().getAsInt());
            } else {
                node.putNull("remaining");
            }
        }
        describe(situation.traffic(), report.putObject("traffic"));
        return report;
    }

    private static void describe(PartStatus part, ObjectNode node) {
        node.put("name", part.name());
        node.put("state", part.state().name());
        put(node, "pid", part.pid());
        node.put("since", part.since().toString());
        node.put("restarts", part.restarts());
    }

    private static void describe(Traffic traffic, ObjectNode node) {
        node.put("ordersPerSecond", traffic.ordersPerSecond());
        put(node, "placed", traffic.placed());
        put(node, "completed", traffic.completed());
        put(node, "failed", traffic.failed());
        put(node, "hung", traffic.hung());
    }

    private static void put(ObjectNode node, String name, OptionalLong value) {
        if (value.isPresent()) {
            node.put(name, value.getAsLong());
        } else {
            node.putNull(name);
        }
    }
}
