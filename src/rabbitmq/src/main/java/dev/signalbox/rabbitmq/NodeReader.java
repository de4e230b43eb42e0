package dev.signalbox.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;

/// Reads how the nodes are: alarms and partitions stop publishers, and nothing else on the screen would say why.
final class NodeReader {
    private static final String PATH =
            "/nodes?columns=name,running,mem_alarm,disk_free_alarm,partitions";

    private final ManagementApi api;

    NodeReader(ManagementApi api) {
        this.api = api;
    }

    /// @param names of those that run
    /// @param alarms what they warn of, and those that do not run
    /// @param gaps why the nodes could not be read
    record Nodes(List<String> names, List<Problem> alarms, List<Problem> gaps) {
        Nodes {
            names = List.copyOf(names);
            alarms = List.copyOf(alarms);
            gaps = List.copyOf(gaps);
        }
    }

    /// @param statistics whether the server keeps any: without them the nodes do not tell of their alarms
    Nodes read(boolean statistics) throws InterruptedException {
        List<String> names = new ArrayList<>();
        List<Problem> alarms = new ArrayList<>();
        List<Problem> gaps = new ArrayList<>();
        try {
            for (JsonNode node : api.get(PATH)) {
                String name = node.path("name").asText();
                if (node.path("running").asBoolean(true)) {
                    names.add(name);
                } else {
                    alarms.add(problem(ProblemKind.UNREACHABLE, "node.down", name));
                }
                if (node.path("mem_alarm").asBoolean(false)) {
                    alarms.add(problem(ProblemKind.CONFLICT, "node.memory", name));
                }
                if (node.path("disk_free_alarm").asBoolean(false)) {
                    alarms.add(problem(ProblemKind.CONFLICT, "node.disk", name));
                }
                if (!node.path("partitions").isEmpty()) {
                    alarms.add(problem(ProblemKind.CONFLICT, "node.partition", name));
                }
            }
            if (!statistics) {
                alarms.addAll(alarms());
            }
        } catch (ConnectorException e) {
            gaps.add(
                    RabbitProblems.problem(e.problem().kind(), "gap.nodes", e.problem().summary()));
        }
        return new Nodes(names, alarms, gaps);
    }

    private List<Problem> alarms() throws ConnectorException, InterruptedException {
        List<Problem> problems = new ArrayList<>();
        for (JsonNode alarm : api.health("/health/checks/alarms").path("alarms")) {
            String resource = alarm.path("resource").asText();
            problems.add(
                    problem(
                            ProblemKind.CONFLICT,
                            resource.equals("memory") ? "node.memory" : "node.disk",
                            alarm.path("node").asText()));
        }
        return problems;
    }

    private static Problem problem(ProblemKind kind, String key, String node) {
        return RabbitProblems.problem(kind, key, node);
    }
}
