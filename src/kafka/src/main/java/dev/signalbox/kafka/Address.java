package dev.signalbox.kafka;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One address of `bootstrap.servers`.
record Address(String host, int port) {
    /// As Kafka's clients take it: an optional listener name in front, IPv6 in brackets.
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:[A-Za-z][A-Za-z0-9_]*://)?(?:\\[([0-9a-fA-F:.%]+)]|([^\\s/:\\[\\]]+)):(\\d{1,5})");

    private static final int LARGEST_PORT = 65_535;

    /// @throws ConnectorException `INVALID` when one of them is not an address, or there is none
    static List<Address> listOf(String bootstrapServers) throws ConnectorException {
        List<Address> addresses = new ArrayList<>();
        for (String part : bootstrapServers.split(",")) {
            if (!part.isBlank()) {
                addresses.add(parse(part.trim()));
            }
        }
        if (addresses.isEmpty()) {
            throw invalid("address.none", bootstrapServers);
        }
        return List.copyOf(addresses);
    }

    private static Address parse(String text) throws ConnectorException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw invalid("address.malformed", text);
        }
        int port = Integer.parseInt(matcher.group(3));
        if (port == 0 || port > LARGEST_PORT) {
            throw invalid("address.malformed", text);
        }
        String bracketed = matcher.group(1);
        return new Address(bracketed == null ? matcher.group(2) : bracketed, port);
    }

    private static ConnectorException invalid(String key, String text) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.INVALID,
                        KafkaTexts.get(key, text),
                        KafkaTexts.get("address.remedy")));
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
