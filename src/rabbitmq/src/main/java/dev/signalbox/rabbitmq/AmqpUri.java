package dev.signalbox.rabbitmq;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An AMQP URI (RabbitMQ's URI specification) with its query parameters.
///
/// @param tls whether the scheme is `amqps`
/// @param vhost `/` where the URI has no path; the empty text for a path of just `/`, as the specification says
/// @param query each parameter with its values in order
record AmqpUri(
        boolean tls,
        String host,
        int port,
        String vhost,
        Optional<String> user,
        Optional<String> password,
        Map<String, List<String>> query) {
    private static final int PORT = 5672;
    private static final int TLS_PORT = 5671;

    static AmqpUri parse(String text) throws ConnectorException {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            // Its message holds the whole text, and with it a password.
            throw malformed();
        }
        String scheme = uri.getScheme();
        boolean tls = "amqps".equalsIgnoreCase(scheme);
        if ((!tls && !"amqp".equalsIgnoreCase(scheme)) || uri.getHost() == null) {
            throw malformed();
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? TLS_PORT : PORT;
        String[] login = splitLogin(uri.getRawUserInfo());
        return new AmqpUri(
                tls,
                withoutBrackets(uri.getHost()),
                port,
                vhost(uri.getRawPath()),
                login.length > 0 ? Optional.of(decoded(login[0])) : Optional.empty(),
                login.length > 1 ? Optional.of(decoded(login[1])) : Optional.empty(),
                query(uri.getRawQuery()));
    }

    /// The last value of a parameter.
    Optional<String> parameter(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    List<String> parameters(String name) {
        return query.getOrDefault(name, List.of());
    }

    /// Without login: for people.
    String address() {
        return host + ":" + port;
    }

    private static String[] splitLogin(@Nullable String userInfo) {
        return userInfo == null ? new String[0] : userInfo.split(":", 2);
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String vhost(@Nullable String path) throws ConnectorException {
        if (path == null || path.isEmpty()) {
            return "/";
        }
        String name = path.substring(1);
        if (name.contains("/")) {
            throw RabbitProblems.exception(ProblemKind.INVALID, "uri.vhost", name);
        }
        return decoded(name);
    }

    private static Map<String, List<String>> query(@Nullable String query)
            throws ConnectorException {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                if (parts.length == 2) {
                    parameters
                            .computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                            .add(decoded(parts[1]));
                }
            }
        }
        return parameters;
    }

    /// Percent-encoding only: a plus is a plus here.
    private static String decoded(String text) throws ConnectorException {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static ConnectorException malformed() {
        return RabbitProblems.exception(ProblemKind.INVALID, "uri.malformed");
    }

    /// Never the password.
    @Override
    public String toString() {
        return address() + "/" + vhost;
    }
}
