package dev.signalbox.rabbitmq;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The query parameters an AMQP URI may have, and what each may be.
///
/// What is not understood is refused: a misspelt `verify` must not go unnoticed.
final class UriOptions {
    private static final Set<String> FILES = Set.of("cacertfile", "certfile", "keyfile");
    private static final Map<String, Integer> NUMBERS =
            Map.of("heartbeat", 65_535, "connection_timeout", 600_000, "channel_max", 65_535);
    private static final Map<String, Set<String>> WORDS =
            Map.of(
                    "verify",
                    Set.of("verify_peer", "verify_none"),
                    "auth_mechanism",
                    Set.of("plain", "external"));
    private static final String SERVER_NAME = "server_name_indication";

    private UriOptions() {}

    static void check(AmqpUri uri) throws ConnectorException {
        for (Map.Entry<String, List<String>> parameter : uri.query().entrySet()) {
            for (String value : parameter.getValue()) {
                check(parameter.getKey(), value);
            }
        }
        if (!uri.tls() && uri.query().keySet().stream().anyMatch(UriOptions::needsTls)) {
            throw RabbitProblems.exception(ProblemKind.INVALID, "uri.needs-tls");
        }
    }

    private static boolean needsTls(String name) {
        return FILES.contains(name) || name.equals("verify") || name.equals(SERVER_NAME);
    }

    private static void check(String name, String value) throws ConnectorException {
        if (FILES.contains(name) || name.equals(SERVER_NAME)) {
            return;
        }
        if (NUMBERS.containsKey(name)) {
            if (!value.matches("\\d{1,9}") || Integer.parseInt(value) > NUMBERS.get(name)) {
                throw RabbitProblems.exception(
                        ProblemKind.INVALID,
                        "uri.number",
                        name,
                        Integer.toString(NUMBERS.get(name)));
            }
            return;
        }
        Set<String> words = WORDS.get(name);
        if (words == null) {
            throw RabbitProblems.exception(ProblemKind.INVALID, "uri.unknown", name);
        }
        if (!words.contains(value)) {
            throw RabbitProblems.exception(
                    ProblemKind.INVALID,
                    "uri.word",
                    name,
                    String.join(", ", words.stream().sorted().toList()));
        }
    }
}
