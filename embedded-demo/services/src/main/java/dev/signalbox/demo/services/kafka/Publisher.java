package dev.signalbox.demo.services.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one producer of a service. It waits rather than fails: while the broker is away or its buffer is
/// full, whoever publishes waits too, and takes no further work on. Closing ends every wait.
public final class Publisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration CLOSE_WITHIN = Duration.ofMillis(500);
    private static final Duration NOTICEABLE = Duration.ofSeconds(1);
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofDays(7);

    /// Small on purpose: what cannot be sent stays in the outbox, not in memory. Room for one message of
    /// the largest size that a dead-letter topic takes, and what surrounds it on the wire.
    private static final int BUFFER_BYTES = (2 << 20) + (160 << 10);

    private final Producer<byte[], byte[]> producer;
    private final Clock clock;

    /// When each publication under way began.
    private final Map<Object, Instant> underWay = new ConcurrentHashMap<>();

    public Publisher(Producer<byte[], byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /// Creates the producer; the broker need not be there yet.
    public static Publisher connect(String bootstrapServers, String service) {
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new Publisher(
                new KafkaProducer<>(settings(bootstrapServers, service), bytes, bytes),
                Clock.systemUTC());
    }

    private static Map<String, Object> settings(String bootstrapServers, String service) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                service,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                BUFFER_BYTES,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                BUFFER_BYTES,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                AS_LONG_AS_IT_TAKES.toMillis(),
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE);
    }

    /// Publishes one message and waits until the broker has it. A partition that the topic does not have
    /// is left to the partitioner, or the message would wait for it for ever.
    ///
    /// @throws MessageTooLargeException when the topic does not take messages of its size
    /// @throws PublishException when it was refused, or the wait was ended
    public void publish(ProducerRecord<byte[], byte[]> message)
            throws PublishException, InterruptedException {
        Object publication = new Object();
        underWay.put(publication, clock.instant());
        try {
            send(message).get();
        } catch (ExecutionException e) {
            throw refused(message.topic(), e.getCause());
        } catch (KafkaException e) {
            throw refused(message.topic(), e);
        } finally {
            underWay.remove(publication);
        }
    }

    private static PublishException refused(String topic, @Nullable Throwable cause) {
        String what = "the broker has not taken a message for " + topic + ": " + cause;
        return cause instanceof RecordTooLargeException
                ? new MessageTooLargeException(what)
                : new PublishException(what);
    }

    /// Publishes the messages in order and waits until each has been taken or refused.
    ///
    /// @param messages under names of the caller's choice
    /// @return the names of those that the broker has; the others may be in the log or not
    public <K> List<K> publishAll(Map<K, ProducerRecord<byte[], byte[]>> messages)
            throws InterruptedException {
        Object publication = new Object();
        underWay.put(publication, clock.instant());
        try {
            Map<K, Future<RecordMetadata>> answers = new LinkedHashMap<>();
            messages.forEach((name, message) -> answers.put(name, send(message)));
            List<K> taken = new ArrayList<>();
            for (Map.Entry<K, Future<RecordMetadata>> answer : answers.entrySet()) {
                if (isTaken(answer.getValue())) {
                    taken.add(answer.getKey());
                }
            }
            return taken;
        } catch (KafkaException e) {
            LOG.warn("could not publish: {}", e.toString());
            return List.of();
        } finally {
            underWay.remove(publication);
        }
    }

    /// Whether somebody has been waiting for the broker for a noticeable time.
    public boolean isWaiting() {
        Instant noticed = clock.instant().minus(NOTICEABLE);
        return underWay.values().stream().anyMatch(began -> began.isBefore(noticed));
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }

    private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message) {
        Integer partition = message.partition();
        if (partition == null || partition < producer.partitionsFor(message.topic()).size()) {
            return producer.send(message);
        }
        return producer.send(
                new ProducerRecord<>(
                        message.topic(), null, message.key(), message.value(), message.headers()));
    }

    private static boolean isTaken(Future<RecordMetadata> answer) throws InterruptedException {
        try {
            answer.get();
            return true;
        } catch (ExecutionException e) {
            LOG.warn("the broker has not taken a message: {}", e.getCause(), e);
            return false;
        }
    }
}
