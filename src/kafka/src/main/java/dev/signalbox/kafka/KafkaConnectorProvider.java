package dev.signalbox.kafka;

import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.ForeignSettings;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Serves profiles of type `kafka`.
///
/// Their settings are the properties of Kafka's own clients, as they are, and `properties.file`: a file of such
/// properties, as Kafka's tools take with `--command-config`. A setting of the profile wins over the file.
public final class KafkaConnectorProvider implements ConnectorProvider {
    @Override
    public String type() {
        return "kafka";
    }

    @Override
    public String displayName() {
        return "Apache Kafka";
    }

    @Override
    public List<Setting> settings() {
        List<Setting> settings =
                new ArrayList<>(
                        List.of(
                                setting(
                                        "bootstrap.servers",
                                        "kafka-1.example.org:9092,kafka-2.example.org:9092",
                                        true,
                                        false),
                                setting(
                                        KafkaSettings.PROPERTIES_FILE,
                                        "/etc/kafka/client.properties",
                                        false,
                                        false),
                                setting("security.protocol", "SASL_SSL", false, false),
                                setting("sasl.mechanism", "SCRAM-SHA-512", false, false),
                                setting("sasl.jaas.config", "${env:KAFKA_JAAS}", false, true),
                                setting(
                                        "ssl.truststore.location",
                                        "/etc/kafka/truststore.p12",
                                        false,
                                        false),
                                setting(
                                        "ssl.truststore.password",
                                        "${env:KAFKA_TRUSTSTORE_PASSWORD}",
                                        false,
                                        true)));
        settings.addAll(DeadLetterRules.settings());
        return settings;
    }

    private static Setting setting(String key, String example, boolean required, boolean secret) {
        return new Setting(key, KafkaTexts.get("setting." + key), example, required, secret);
    }

    @Override
    public Optional<ForeignSettings> read(String fileName, String content) {
        return ClientFile.read(content);
    }

    /// Checks the settings; whether the cluster answers is told by the first call.
    @Override
    public Connector connect(Profile profile) throws ConnectorException {
        return new KafkaConnector(
                KafkaSettings.of(profile.settings()), Clock.systemUTC(), Cluster.Batch.USUAL);
    }
}
