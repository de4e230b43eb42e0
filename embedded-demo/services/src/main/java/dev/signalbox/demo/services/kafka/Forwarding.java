package dev.signalbox.demo.services.kafka;

import static dev.signalbox.demo.services.kafka.HeaderValue.int32;
import static dev.signalbox.demo.services.kafka.HeaderValue.int64;
import static dev.signalbox.demo.services.kafka.HeaderValue.integer;
import static dev.signalbox.demo.services.kafka.HeaderValue.shortest;
import static dev.signalbox.demo.services.kafka.HeaderValue.text;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// How a message travels to the retry topic and to the dead-letter topic, and how it is read when it
/// comes back: with Spring Kafka's headers, so that every tool that knows those understands it.
///
/// Key, value and partition stay what they were. Headers of earlier failures (a replayed letter has
/// them) give way to those of this one.
public final class Forwarding {

    /// A back-off further ahead than this was not written here and would block its partition.
    static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

    /// In a message and in a stack trace: enough to find the place, and no reason for a large message
    /// to become too large.
    private static final int LONGEST_TEXT = 10_000;

    private final String topic;
    private final String group;

    /// @param topic the main topic
    public Forwarding(String topic, String group) {
        this.topic = topic;
        this.group = group;
    }

    /// Reads a message of the main topic or the retry topic. One that was put into the retry topic by
    /// hand, without the headers, is its own origin.
    public Delivery delivery(ConsumerRecord<byte[], byte[]> message) {
        if (message.topic().equals(topic)) {
            return new Delivery(message, Origin.of(message), 1, Instant.EPOCH);
        }
        return new Delivery(
                message,
                origin(message.headers()).orElseGet(() -> Origin.of(message)),
                Math.max(1, int32(message.headers(), FailureHeader.ATTEMPTS).orElse(1)),
                notBefore(message));
    }

    /// The message for the retry topic.
    public ProducerRecord<byte[], byte[]> retry(Delivery failed, Exception why, Instant notBefore) {
        Headers headers = withoutFailures(failed.message().headers());
        headers.add(FailureHeader.ATTEMPTS, int32(failed.attempt() + 1));
        headers.add(FailureHeader.NOT_BEFORE, shortest(notBefore.toEpochMilli()));
        describe(headers, FailureHeader.RETRY, failed, why);
        return forwarded(failed, TopicNames.retryOf(topic), headers);
    }

    /// The message for the dead-letter topic; its attempts are those that were made.
    public ProducerRecord<byte[], byte[]> deadLetter(Delivery failed, Exception why) {
        Headers headers = withoutFailures(failed.message().headers());
        headers.add(FailureHeader.ATTEMPTS, int32(failed.attempt()));
        describe(headers, FailureHeader.DEAD_LETTER, failed, why);
        return forwarded(failed, TopicNames.deadLetterOf(topic), headers);
    }

    private static ProducerRecord<byte[], byte[]> forwarded(
            Delivery failed, String target, Headers headers) {
        ConsumerRecord<byte[], byte[]> message = failed.message();
        return new ProducerRecord<>(
                target, message.partition(), message.key(), message.value(), headers);
    }

    private void describe(Headers headers, String prefix, Delivery failed, Exception why) {
        Origin origin = failed.origin();
        long timestamp = origin.timestamp().toEpochMilli();
        headers.add(FailureHeader.FIRST_TIMESTAMP, shortest(timestamp));
        headers.add(prefix + FailureHeader.TOPIC, text(origin.topic()));
        headers.add(prefix + FailureHeader.PARTITION, int32(origin.partition()));
        headers.add(prefix + FailureHeader.OFFSET, int64(origin.offset()));
        headers.add(prefix + FailureHeader.TIMESTAMP, int64(timestamp));
        headers.add(prefix + FailureHeader.TIMESTAMP_TYPE, text(origin.timestampType()));
        headers.add(FailureHeader.GROUP, text(group));
        headers.add(prefix + FailureHeader.EXCEPTION, text(why.getClass().getName()));
        if (why.getCause() != null) {
            headers.add(prefix + FailureHeader.CAUSE, text(why.getCause().getClass().getName()));
        }
        if (why.getMessage() != null) {
            headers.add(prefix + FailureHeader.MESSAGE, text(shortened(why.getMessage())));
        }
        headers.add(prefix + FailureHeader.STACKTRACE, text(shortened(stacktrace(why))));
    }

    private static Headers withoutFailures(Headers headers) {
        Headers kept = new RecordHeaders();
        for (Header header : headers) {
            if (!FailureHeader.isOne(header.key())) {
                kept.add(header);
            }
        }
        return kept;
    }

    private static Optional<Origin> origin(Headers headers) {
        Optional<String> topic = text(headers, FailureHeader.RETRY + FailureHeader.TOPIC);
        Optional<String> type = text(headers, FailureHeader.RETRY + FailureHeader.TIMESTAMP_TYPE);
        OptionalInt partition = int32(headers, FailureHeader.RETRY + FailureHeader.PARTITION);
        OptionalLong offset = integer(headers, FailureHeader.RETRY + FailureHeader.OFFSET);
        OptionalLong timestamp = integer(headers, FailureHeader.RETRY + FailureHeader.TIMESTAMP);
        if (topic.isEmpty()
                || type.isEmpty()
                || partition.isEmpty()
                || offset.isEmpty()
                || timestamp.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Origin(
                        topic.get(),
                        partition.getAsInt(),
                        offset.getAsLong(),
                        Instant.ofEpochMilli(timestamp.getAsLong()),
                        type.get()));
    }

    private static Instant notBefore(ConsumerRecord<byte[], byte[]> message) {
        OptionalLong written = integer(message.headers(), FailureHeader.NOT_BEFORE);
        if (written.isEmpty()) {
            return Instant.EPOCH;
        }
        Instant notBefore = Instant.ofEpochMilli(written.getAsLong());
        Instant latest = Instant.ofEpochMilli(message.timestamp()).plus(LONGEST_BACK_OFF);
        return notBefore.isAfter(latest) ? Instant.EPOCH : notBefore;
    }

    private static String stacktrace(Exception why) {
        StringWriter text = new StringWriter();
        why.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
