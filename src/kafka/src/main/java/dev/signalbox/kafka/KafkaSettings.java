package dev.signalbox.kafka;

import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// A profile's settings as the configuration of Kafka's clients.
///
/// The operator's properties are passed on as they are; what the console's promises rest on (no commits, no
/// group, acknowledged writes) is set over them.
final class KafkaSettings {
    /// A file of client properties, as Kafka's own tools take with `--command-config`.
    static final String PROPERTIES_FILE = "properties.file";

    private static final Map<String, String> DEFAULTS =
            Map.of(
                    CommonClientConfigs.CLIENT_ID_CONFIG, "signalbox",
                    CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, "5000",
                    CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000",
                    CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, "3000",
                    CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, "5000",
                    // The system's own, which grow with what is transferred; Kafka's are fixed, and
                    // small.
                    CommonClientConfigs.SEND_BUFFER_CONFIG, "-1",
                    CommonClientConfigs.RECEIVE_BUFFER_CONFIG, "-1",
                    CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "",
                    CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, "false");

    private final Map<String, String> properties;
    private final List<Address> addresses;
    private final DeadLetterRules rules;

    private KafkaSettings(
            Map<String, String> properties, List<Address> addresses, DeadLetterRules rules) {
        this.properties = Map.copyOf(properties);
        this.addresses = addresses;
        this.rules = rules;
    }

    /// @throws ConnectorException `INVALID` when the file cannot be read, there is no address, or a rule for dead letters
    ///     is none
    static KafkaSettings of(Map<String, String> profileSettings) throws ConnectorException {
        Map<String, String> properties = new HashMap<>(DEFAULTS);
        Map<String, String> own = new HashMap<>(profileSettings);
        String file = own.remove(PROPERTIES_FILE);
        if (file != null && !file.isBlank()) {
            properties.putAll(read(file.trim()));
        }
        own.values().removeIf(String::isBlank);
        DeadLetterRules rules = DeadLetterRules.of(own);
        own.keySet().removeIf(DeadLetterRules::isRule);
        properties.putAll(own);
        String servers = properties.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "");
        return new KafkaSettings(properties, Address.listOf(servers), rules);
    }

    /// How dead letters are recognised here.
    DeadLetterRules rules() {
        return rules;
    }

    List<Address> addresses() {
        return addresses;
    }

    /// Whether the connection is encrypted, by `security.protocol`.
    boolean encrypted() {
        return properties
                .getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT")
                .contains("SSL");
    }

    /// How long one call may take, retries included.
    Duration callTimeout() {
        String millis = properties.get(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG);
        try {
            return Duration.ofMillis(Long.parseLong(String.valueOf(millis).trim()));
        } catch (NumberFormatException e) {
            // Kafka's own check refuses it with a better message as soon as the client is made.
            return Duration.ofSeconds(10);
        }
    }

    Map<String, Object> admin() {
        return only(AdminClientConfig.configNames());
    }

    /// A consumer that leaves no trace: no group, no commits. It sees what is committed.
    Map<String, Object> consumer() {
        Map<String, Object> config = only(ConsumerConfig.configNames());
        config.keySet()
                .removeAll(
                        Set.of(
                                ConsumerConfig.GROUP_ID_CONFIG,
                                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                                ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                                ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG,
                                ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 200);
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return config;
    }

    /// A producer whose writes are acknowledged by every replica in sync, in order and without duplicates.
    Map<String, Object> producer() {
        Map<String, Object> config = only(ProducerConfig.configNames());
        config.keySet()
                .removeAll(
                        Set.of(
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                ProducerConfig.INTERCEPTOR_CLASSES_CONFIG,
                                ProducerConfig.PARTITIONER_CLASS_CONFIG));
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        config.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, callTimeout().toMillis());
        // Between two transactions a broker asks for a moment's patience: much less than Kafka's
        // 100 ms.
        config.putIfAbsent(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 20);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * (int) callTimeout().toMillis());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // What was read from a broker must fit back through the client; the broker's limit is the
        // one that counts.
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 128 * 1024 * 1024);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 192L * 1024 * 1024);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 1024 * 1024 - 1024);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return config;
    }

    /// All properties but those that only another kind of client knows: Kafka warns about each of them. What none of
    /// them knows goes through, for it may belong to a plug-in named in the properties.
    private Map<String, Object> only(Set<String> known) {
        return properties.entrySet().stream()
                .filter(entry -> known.contains(entry.getKey()) || !isKafkas(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isKafkas(String key) {
        return AdminClientConfig.configNames().contains(key)
                || ConsumerConfig.configNames().contains(key)
                || ProducerConfig.configNames().contains(key);
    }

    private static Map<String, String> read(String file) throws ConnectorException {
        Properties read = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            read.load(in);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw unreadable("settings.file-missing", file, e);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable("settings.file-broken", file, e);
        }
        return read.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, read::getProperty));
    }

    private static ConnectorException unreadable(String key, String file, Exception cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.INVALID,
                        KafkaTexts.get(key, file),
                        KafkaTexts.get("settings.file.remedy", PROPERTIES_FILE)),
                cause);
    }

    /// Names only: values may be secrets.
    @Override
    public String toString() {
        return "KafkaSettings" + properties.keySet();
    }
}
