package dev.signalbox.rabbitmq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.rabbitmq.Bindings.Binding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/// Reads what there is on the server.
final class TopologyReader {
    private static final int PAGE = 500;

    private final ManagementApi api;
    private final Names names;
    private final DeadLetterRules rules;

    TopologyReader(ManagementApi api, Names names, DeadLetterRules rules) {
        this.rules = rules;
        this.api = api;
        this.names = names;
    }

    /// @param counts as told along the way
    /// @param gaps what could not be read
    record Answer(Topology topology, Map<QueueKey, Count> counts, List<Problem> gaps) {
        Answer {
            counts = Map.copyOf(counts);
            gaps = List.copyOf(gaps);
        }
    }

    Answer read() throws ConnectorException, InterruptedException {
        List<Problem> gaps = new ArrayList<>();
        JsonNode overview = api.get("/overview");
        String clusterName = overview.path("cluster_name").asText("");
        if (clusterName.isEmpty()) {
            throw RabbitProblems.exception(ProblemKind.INVALID, "api.not-it", api.address());
        }
        Map<QueueKey, QueueFacts> queues = new HashMap<>();
        Map<QueueKey, Count> counts = new HashMap<>();
        Map<QueueKey, Map<String, String>> policies = policies(gaps);
        for (JsonNode row : queues()) {
            QueueFacts facts = facts(row, policies);
            if (names.shows(facts.key().vhost())) {
                queues.put(facts.key(), facts);
                counts.put(facts.key(), count(row));
            }
        }
        DeadLetterRoutes routes =
                DeadLetterRoutes.of(queues.values(), bindings(queues.values(), gaps), rules);
        return new Answer(
                new Topology(
                        clusterName,
                        overview.path("rabbitmq_version").asText(""),
                        overview.path("node").asText(""),
                        nodes(overview),
                        !overview.path("disable_stats").asBoolean(false)
                                && !overview.path("rates_mode").asText("basic").equals("none"),
                        queues,
                        routes),
                counts,
                gaps);
    }

    /// What one queue is.
    ///
    /// @param name as the operator calls it
    QueueFacts read(QueueKey key, String name) throws ConnectorException, InterruptedException {
        JsonNode row;
        try {
            row = api.get("/queues/" + key.path() + "?disable_stats=true");
        } catch (ConnectorException e) {
            if (e.problem().kind() == ProblemKind.NOT_FOUND) {
                throw RabbitProblems.exception(ProblemKind.NOT_FOUND, "queue.missing", name);
            }
            throw e;
        }
        JsonNode policy = row.path("effective_policy_definition");
        QueueFacts facts = facts(row, Map.of());
        return new QueueFacts(
                key,
                facts.type(),
                facts.arguments(),
                facts.policy(),
                policy.isObject() ? texts(policy) : policyNow(key, facts.policy()),
                facts.node(),
                facts.state());
    }

    private Map<String, String> policyNow(QueueKey key, String policy) throws InterruptedException {
        return policy.isEmpty()
                ? Map.of()
                : policies(new ArrayList<>())
                        .getOrDefault(new QueueKey(key.vhost(), policy), Map.of());
    }

    /// The messages of every queue by the paged list: as many requests as there are pages.
    Map<QueueKey, Count> counts() throws ConnectorException, InterruptedException {
        Map<QueueKey, Count> counts = new HashMap<>();
        for (JsonNode row : queues()) {
            QueueKey key = new QueueKey(row.path("vhost").asText(), row.path("name").asText());
            if (names.shows(key.vhost())) {
                counts.put(key, count(row));
            }
        }
        return counts;
    }

    /// With `disable_stats`, which spares the server the statistics nobody looks at, and with totals, which it then tells
    /// from the queues themselves.
    private List<JsonNode> queues() throws ConnectorException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        int page = 1;
        int pages = 1;
        while (page <= pages) {
            JsonNode answer =
                    api.get(
                            "/queues?disable_stats=true&enable_queue_totals=true&page="
                                    + page
                                    + "&page_size="
                                    + PAGE);
            answer.path("items").forEach(rows::add);
            pages = answer.path("page_count").asInt(1);
            page++;
        }
        return rows;
    }

    private static int nodes(JsonNode overview) {
        Set<String> nodes = new TreeSet<>();
        overview.path("listeners").forEach(listener -> nodes.add(listener.path("node").asText()));
        return nodes.size();
    }

    private Map<QueueKey, Map<String, String>> policies(List<Problem> gaps)
            throws InterruptedException {
        Map<QueueKey, Map<String, String>> policies = new HashMap<>();
        try {
            for (JsonNode policy : api.get("/policies")) {
                policies.put(
                        new QueueKey(policy.path("vhost").asText(), policy.path("name").asText()),
                        texts(policy.path("definition")));
            }
        } catch (ConnectorException e) {
            gaps.add(
                    RabbitProblems.problem(
                            e.problem().kind(), "gap.policies", e.problem().summary()));
        }
        return policies;
    }

    private static QueueFacts facts(JsonNode row, Map<QueueKey, Map<String, String>> policies) {
        QueueKey key = new QueueKey(row.path("vhost").asText(), row.path("name").asText());
        String policy = row.path("policy").asText("");
        return new QueueFacts(
                key,
                row.path("type").asText("classic"),
                texts(row.path("arguments")),
                policy,
                policies.getOrDefault(new QueueKey(key.vhost(), policy), Map.of()),
                row.path("leader").asText(row.path("node").asText("")),
                row.path("state").asText(""));
    }

    private static Count count(JsonNode row) {
        JsonNode ready = row.path("messages_ready");
        JsonNode unacked = row.path("messages_unacknowledged");
        if (!ready.isNumber() || !unacked.isNumber()) {
            return Count.UNKNOWN;
        }
        return new Count(
                OptionalLong.of(ready.asLong()),
                OptionalLong.of(unacked.asLong()),
                OptionalLong.empty());
    }

    private static Map<String, String> texts(JsonNode table) {
        Map<String, String> texts = new LinkedHashMap<>();
        table.properties()
                .forEach(
                        entry ->
                                texts.put(
                                        entry.getKey(),
                                        entry.getValue().isValueNode()
                                                ? entry.getValue().asText()
                                                : entry.getValue().toString()));
        return texts;
    }

    /// Bindings of the vhosts in which some queue has a dead-letter exchange with a name.
    private Bindings bindings(Iterable<QueueFacts> queues, List<Problem> gaps)
            throws InterruptedException {
        Set<String> vhosts = new TreeSet<>();
        for (QueueFacts queue : queues) {
            queue.deadLetterExchange()
                    .filter(exchange -> !exchange.isEmpty())
                    .ifPresent(_ -> vhosts.add(queue.key().vhost()));
        }
        Map<QueueKey, String> types = new HashMap<>();
        Map<QueueKey, List<Binding>> bySource = new HashMap<>();
        for (String vhost : vhosts) {
            try {
                String path = ManagementApi.segment(vhost);
                for (JsonNode exchange :
                        api.get("/exchanges/" + path + "?disable_stats=true&columns=name,type")) {
                    types.put(
                            new QueueKey(vhost, exchange.path("name").asText()),
                            exchange.path("type").asText());
                }
                for (JsonNode row : api.get("/bindings/" + path)) {
                    bySource.computeIfAbsent(
                                    new QueueKey(vhost, row.path("source").asText()),
                                    _ -> new ArrayList<>())
                            .add(
                                    new Binding(
                                            row.path("destination").asText(),
                                            row.path("destination_type").asText().equals("queue"),
                                            row.path("routing_key").asText()));
                }
            } catch (ConnectorException e) {
                gaps.add(
                        RabbitProblems.problem(
                                e.problem().kind(), "gap.bindings", vhost, e.problem().summary()));
            }
        }
        return new Bindings(types, bySource);
    }
}
