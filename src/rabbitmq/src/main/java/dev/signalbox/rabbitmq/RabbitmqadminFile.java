package dev.signalbox.rabbitmq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Connections from `~/.rabbitmqadmin.conf`, the configuration of rabbitmqadmin 2: a TOML file with a section for each
/// node.
///
/// It tells the address of the management API only: the AMQP port is taken to be the usual one. Its passwords are left
/// where they are.
final class RabbitmqadminFile {
    private static final TomlMapper TOML = TomlMapper.builder().build();

    private RabbitmqadminFile() {}

    static List<Profile> read(String name, String content) throws ConnectorException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.contains("rabbitmqadmin") && !lower.endsWith(".toml")) {
            return List.of();
        }
        JsonNode sections;
        try {
            sections = TOML.readTree(content);
        } catch (JsonProcessingException e) {
            throw RabbitProblems.exception(
                    ProblemKind.INVALID,
                    "import.broken",
                    name,
                    e.getLocation() == null ? "?" : e.getLocation().getLineNr(),
                    // Not its whole message, which quotes the line, and with it a password.
                    e.getClass().getSimpleName());
        }
        List<Profile> profiles = new ArrayList<>();
        for (Map.Entry<String, JsonNode> section : sections.properties()) {
            if (section.getValue().isObject()) {
                profiles.add(profile(name, section.getKey(), section.getValue()));
            }
        }
        return profiles;
    }

    private static Profile profile(String file, String alias, JsonNode node)
            throws ConnectorException {
        URI base = base(file, alias, node);
        boolean tls = "https".equals(base.getScheme());
        int port = base.getPort() >= 0 ? base.getPort() : tls ? 15_671 : 15_672;
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(RabbitSettings.URI_KEY, amqp(base.getHost(), tls, node));
        settings.put(
                RabbitSettings.MANAGEMENT, base.getScheme() + "://" + base.getHost() + ":" + port);
        String user = node.path("username").asText("");
        if (!user.isEmpty()) {
            settings.put(RabbitSettings.USER, user);
        }
        // What cannot be connected with is told now, and not when it is opened.
        AmqpUri.parse(settings.get(RabbitSettings.URI_KEY));
        return new Profile(
                id(alias), alias, "rabbitmq", environment(alias), Access.READ_ONLY, settings);
    }

    private static URI base(String file, String alias, JsonNode node) throws ConnectorException {
        String given = node.path("base_uri").asText("");
        boolean tls =
                node.path("tls").asBoolean(false) || node.path("scheme").asText("").equals("https");
        String host = node.path("hostname").asText("localhost");
        String port = node.has("port") ? ":" + node.path("port").asText() : "";
        try {
            URI base =
                    new URI(
                            given.isEmpty()
                                    ? (tls ? "https" : "http")
                                            + "://"
                                            + (host.contains(":") ? "[" + host + "]" : host)
                                            + port
                                    : given);
            if (base.getHost() != null && base.getScheme() != null) {
                return base;
            }
        } catch (URISyntaxException e) {
            // Told below, without the text: it may hold a password.
        }
        throw RabbitProblems.exception(
                ProblemKind.INVALID, "import.wrong", file, alias, "hostname, port, base_uri");
    }

    private static String amqp(String host, boolean tls, JsonNode node) {
        String vhost = node.path("virtual_host").asText(node.path("vhost").asText("/"));
        List<String> query = new ArrayList<>();
        if (tls) {
            Stream.of(
                            Map.entry("cacertfile", "ca_certificate_bundle_path"),
                            Map.entry("certfile", "client_certificate_file_path"),
                            Map.entry("keyfile", "client_private_key_file_path"))
                    .filter(each -> node.hasNonNull(each.getValue()))
                    .forEach(
                            each ->
                                    query.add(
                                            each.getKey()
                                                    + "="
                                                    + ManagementApi.segment(
                                                            node.path(each.getValue()).asText())));
        }
        return (tls ? "amqps://" : "amqp://")
                + host
                + "/"
                + ManagementApi.segment(vhost)
                + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String id(String alias) {
        String id = alias.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        return id.isBlank() ? "rabbitmq" : id;
    }

    /// What cannot be told is treated with the most care.
    private static Environment environment(String alias) {
        String lower = alias.toLowerCase(Locale.ROOT);
        if (lower.contains("dev") || lower.contains("local")) {
            return Environment.DEVELOPMENT;
        }
        return lower.contains("test") || lower.contains("staging")
                ? Environment.TEST
                : Environment.PRODUCTION;
    }
}
