package dev.signalbox.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;

/// Reads how the nodes are: alarms and partitions stop publishers, and nothing else on the screen would say why.
final class NodeReader {
    private final ManagementApi api;

    NodeReader(ManagementApi api) {
        this.api = api;
    }

    /// @param names of those that run
    record Nodes(List<String> names, List<Problem> problems) {
        Nodes {
            names = List.copyOf(names);
            problems = List.copyOf(problems);
        }
    }

    Nodes read() throws InterruptedException {
        List<String> names = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try {
            for (JsonNode node : api.get("/nodes?disable_stats=true")) {
                String name = node.path("name").asText();
                if (node.path("running").asBoolean(true)) {
                    names.add(name);
                } else {
                    problems.add(problem(ProblemKind.UNREACHABLE, "node.down", name));
                }
                if (node.path("mem_alarm").asBoolean(false)) {
                    problems.add(problem(ProblemKind.CONFLICT, "node.memory", name));
                }
                if (node.path("disk_free_alarm").asBoolean(false)) {
                    problems.add(problem(ProblemKind.CONFLICT, "node.disk", name));
                }
                if (!node.path("partitions").isEmpty()) {
                    problems.add(problem(ProblemKind.CONFLICT, "node.partition", name));
                }
            }
        } catch (ConnectorException e) {
            problems.add(
                    RabbitProblems.problem(e.problem().kind(), "gap.nodes", e.problem().summary()));
        }
        return new Nodes(names, problems);
    }

    private static Problem problem(ProblemKind kind, String key, String node) {
        return RabbitProblems.problem(kind, key, node);
    }
}
