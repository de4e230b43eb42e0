package dev.signalbox.kafka;

import dev.signalbox.core.port.ForeignSettings;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;

/// Reads the files in which other tools keep how to reach a cluster: Kafka's own `client.properties`, and `kcat.conf`,
/// which is in the words of librdkafka.
final class ClientFile {
    /// What librdkafka calls by other names than Kafka's clients do.
    private static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "metadata.broker.list", CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                    "sasl.mechanisms", SaslConfigs.SASL_MECHANISM,
                    "ssl.ca.location", SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG);

    /// What only librdkafka says.
    private static final Set<String> OTHERS_ONLY =
            Set.of(
                    "metadata.broker.list",
                    "sasl.mechanisms",
                    "sasl.username",
                    "sasl.password",
                    "ssl.ca.location");

    private static final String USER = "sasl.username";
    private static final String PASSWORD = "sasl.password";

    private final Map<String, String> settings = new TreeMap<>();
    private final List<String> leftOut = new ArrayList<>();

    private ClientFile() {}

    /// Empty where it names no server.
    static Optional<ForeignSettings> read(String content) {
        Map<String, String> said = lines(content);
        if (OTHERS_ONLY.stream().noneMatch(said::containsKey)) {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(content));
            } catch (IOException | IllegalArgumentException notProperties) {
                return Optional.empty();
            }
            said.clear();
            properties
                    .stringPropertyNames()
                    .forEach(key -> said.put(key, properties.getProperty(key).strip()));
        }
        ClientFile file = new ClientFile();
        file.takeLogin(said);
        said.forEach(file::take);
        return file.settings.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                ? Optional.of(new ForeignSettings(file.settings, file.leftOut))
                : Optional.empty();
    }

    /// As librdkafka's tools read them: what is behind the sign is meant as it stands.
    private static Map<String, String> lines(String content) {
        Map<String, String> said = new TreeMap<>();
        content.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#") && line.indexOf('=') > 0)
                .forEach(
                        line -> {
                            int sign = line.indexOf('=');
                            said.put(
                                    line.substring(0, sign).strip(),
                                    line.substring(sign + 1).strip());
                        });
        return said;
    }

    private void take(String key, String value) {
        String name = OTHER_NAMES.getOrDefault(key, key);
        // Not to look whom one talks to is nothing to take over unasked.
        boolean unverified =
                name.equals(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG)
                        && value.equals("none");
        if (unverified || !AdminClientConfig.configNames().contains(name)) {
            leftOut.add(key);
            return;
        }
        if (!value.isEmpty()) {
            settings.put(name, translated(name, value));
        }
        if (key.equals("ssl.ca.location")) {
            settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
        }
    }

    private static String translated(String name, String value) {
        return name.equals(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
                ? value.toUpperCase(Locale.ROOT)
                : value;
    }

    /// librdkafka takes user and password by themselves, Kafka's clients a line for the login module.
    private void takeLogin(Map<String, String> said) {
        if (!said.containsKey(USER) || !said.containsKey(PASSWORD)) {
            return;
        }
        String mechanism =
                said.getOrDefault(
                        "sasl.mechanisms", said.getOrDefault(SaslConfigs.SASL_MECHANISM, ""));
        Optional<String> module =
                mechanism.startsWith("SCRAM-")
                        ? Optional.of("org.apache.kafka.common.security.scram.ScramLoginModule")
                        : mechanism.equals("PLAIN")
                                ? Optional.of(
                                        "org.apache.kafka.common.security.plain.PlainLoginModule")
                                : Optional.empty();
        if (module.isPresent()) {
            String user = quoted(said.getOrDefault(USER, ""));
            String password = quoted(said.getOrDefault(PASSWORD, ""));
            settings.put(
                    SaslConfigs.SASL_JAAS_CONFIG,
                    module.get() + " required username=" + user + " password=" + password + ";");
            said.remove(USER);
            said.remove(PASSWORD);
        }
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
