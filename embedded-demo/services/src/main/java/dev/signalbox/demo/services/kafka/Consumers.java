package dev.signalbox.demo.services.kafka;

import static java.util.Map.entry;

import dev.signalbox.demo.services.consumer.Attempts;
import dev.signalbox.demo.services.consumer.MessageHandler;
import dev.signalbox.demo.services.consumer.ProcessedMessages;
import dev.signalbox.demo.services.consumer.RetryPolicy;
import dev.signalbox.demo.services.lifecycle.Stop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Makes the consumer of a service.
///
/// @param bootstrapServers of the broker
/// @param group the service's consumer group
public record Consumers(String bootstrapServers, String group, Publisher publisher, Stop stop) {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final Duration MISSED_AFTER = Duration.ofSeconds(10);

    /// How the group deals with messages of the topic and of its retry topic.
    public DeliveryProcessing processing(
            String topic, ProcessedMessages processed, MessageHandler handler) {
        return new DeliveryProcessing(
                new Forwarding(topic, group),
                RetryPolicy.STANDARD,
                new Attempts(processed, handler),
                publisher,
                Clock.systemUTC());
    }

    /// The loop, to be run on a thread of its own. The broker need not be there yet.
    public ConsumerLoop loop(String topic, DeliveryProcessing processing) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        return new ConsumerLoop(
                new KafkaConsumer<>(settings(), bytes, bytes),
                List.of(topic, TopicNames.retryOf(topic)),
                processing,
                stop,
                Clock.systemUTC());
    }

    private Map<String, Object> settings() {
        return Map.ofEntries(
                entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                entry(ConsumerConfig.GROUP_ID_CONFIG, group),
                entry(ConsumerConfig.CLIENT_ID_CONFIG, group),
                entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                // A replay in a transaction that was aborted was never sent
                entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                // Few enough to be dealt with between two polls even by a slow consumer
                entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50),
                // While the broker is away a forward may wait long; nobody else could take over
                entry(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, millis(LONGEST_WAIT)),
                entry(ConsumerConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG, millis(LONGEST_WAIT)),
                // A service that was killed is missed soon, and its successor starts to work
                entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(MISSED_AFTER)));
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
