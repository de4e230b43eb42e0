package dev.signalbox.demo.services.kafka;

import static dev.signalbox.demo.services.kafka.HeaderValue.int32;
import static dev.signalbox.demo.services.kafka.HeaderValue.int64;
import static dev.signalbox.demo.services.kafka.HeaderValue.shortest;
import static dev.signalbox.demo.services.kafka.HeaderValue.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.demo.services.consumer.ProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class ForwardingTest {

    private static final Instant SOON = Records.TIMESTAMP.plusSeconds(2);
    private final Exception why =
            new ProcessingException("not captured", new IllegalStateException("no rate"));

    private final Forwarding forwarding = new Forwarding("orders", "payment");

    @Test
    void aMessageOfTheMainTopicIsItsOwnOriginAndAtItsFirstAttempt() {
        Delivery delivery = forwarding.delivery(Records.record("orders", 2, 57));

        assertThat(delivery.origin())
                .isEqualTo(new Origin("orders", 2, 57, Records.TIMESTAMP, "CreateTime"));
        assertThat(delivery.attempt()).isEqualTo(1);
        assertThat(delivery.isEarly(Instant.EPOCH)).isFalse();
    }

    @Test
    void aRetryTellsWhenAndWhatAndWhyInSpringsWay() {
        Headers headers = forwarding.retry(first(), why, SOON).headers();

        assertThat(value(headers, "retry_topic-attempts")).isEqualTo(int32(2));
        assertThat(value(headers, "retry_topic-backoff-timestamp"))
                .isEqualTo(shortest(SOON.toEpochMilli()));
        assertThat(value(headers, "retry_topic-original-timestamp"))
                .isEqualTo(shortest(Records.TIMESTAMP.toEpochMilli()));
        assertThat(value(headers, "kafka_original-topic")).isEqualTo(text("orders"));
        assertThat(value(headers, "kafka_original-partition")).isEqualTo(int32(2));
        assertThat(value(headers, "kafka_original-offset")).isEqualTo(int64(57));
        assertThat(value(headers, "kafka_original-timestamp"))
                .isEqualTo(int64(Records.TIMESTAMP.toEpochMilli()));
        assertThat(value(headers, "kafka_original-timestamp-type")).isEqualTo(text("CreateTime"));
        assertThat(value(headers, "kafka_dlt-original-consumer-group")).isEqualTo(text("payment"));
        assertThat(value(headers, "kafka_exception-fqcn"))
                .isEqualTo(text(ProcessingException.class.getName()));
        assertThat(value(headers, "kafka_exception-cause-fqcn"))
                .isEqualTo(text("java.lang.IllegalStateException"));
        assertThat(value(headers, "kafka_exception-message")).isEqualTo(text("not captured"));
        assertThat(new String(value(headers, "kafka_exception-stacktrace"), UTF_8))
                .contains("Caused by: java.lang.IllegalStateException: no rate");
    }

    @Test
    void aDeadLetterTellsItsOriginInSpringsWayAndInThatOnly() {
        Headers headers = forwarding.deadLetter(first(), why).headers();

        assertThat(names(headers))
                .containsExactlyInAnyOrder(
                        "message-id",
                        "retry_topic-attempts",
                        "retry_topic-original-timestamp",
                        "kafka_dlt-original-topic",
                        "kafka_dlt-original-partition",
                        "kafka_dlt-original-offset",
                        "kafka_dlt-original-timestamp",
                        "kafka_dlt-original-timestamp-type",
                        "kafka_dlt-original-consumer-group",
                        "kafka_dlt-exception-fqcn",
                        "kafka_dlt-exception-cause-fqcn",
                        "kafka_dlt-exception-message",
                        "kafka_dlt-exception-stacktrace");
        assertThat(value(headers, "kafka_dlt-original-partition")).isEqualTo(int32(2));
        assertThat(value(headers, "kafka_dlt-original-offset")).isEqualTo(int64(57));
    }

    @Test
    void keyValuePartitionAndOwnHeadersAreKept() {
        ProducerRecord<byte[], byte[]> retry = forwarding.retry(first(), why, SOON);
        ProducerRecord<byte[], byte[]> letter = forwarding.deadLetter(first(), why);

        assertThat(retry.topic()).isEqualTo("orders-retry");
        assertThat(letter.topic()).isEqualTo("orders-dlt");
        for (ProducerRecord<byte[], byte[]> forwarded : List.of(retry, letter)) {
            assertThat(forwarded.partition()).isEqualTo(2);
            assertThat(forwarded.key()).isEqualTo("O-1".getBytes(UTF_8));
            assertThat(forwarded.value()).isEqualTo("{\"a\":1}".getBytes(UTF_8));
            assertThat(value(forwarded.headers(), "message-id")).isEqualTo(text("m-1"));
        }
    }

    @Test
    void aRetryIsReadAsTheNextAttemptOfTheSameOrigin() {
        Delivery second =
                forwarding.delivery(Records.delivered(forwarding.retry(first(), why, SOON), 3));

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.origin()).isEqualTo(first().origin());
        assertThat(second.isEarly(SOON.minusMillis(1))).isTrue();
        assertThat(second.isEarly(SOON)).isFalse();
    }

    @Test
    void aDeadLetterThatWasRetriedNamesItsOriginAndNotTheRetryTopic() {
        Delivery third =
                forwarding.delivery(
                        Records.delivered(
                                forwarding.retry(
                                        forwarding.delivery(
                                                Records.delivered(
                                                        forwarding.retry(first(), why, SOON), 3)),
                                        why,
                                        SOON),
                                9));

        Headers headers = forwarding.deadLetter(third, why).headers();

        assertThat(value(headers, "kafka_dlt-original-topic")).isEqualTo(text("orders"));
        assertThat(value(headers, "kafka_dlt-original-offset")).isEqualTo(int64(57));
        assertThat(value(headers, "retry_topic-attempts")).isEqualTo(int32(3));
        assertThat(names(headers)).doesNotHaveDuplicates().noneMatch(ForwardingTest::isOfARetry);
    }

    @Test
    void aReplayedLetterStartsAgainAndForgetsItsOldFailure() {
        ConsumerRecord<byte[], byte[]> letter =
                Records.delivered(forwarding.deadLetter(first(), why), 0);
        Delivery replayed =
                forwarding.delivery(Records.record("orders", 2, 99, "{\"a\":1}", letter.headers()));

        assertThat(replayed.attempt()).isEqualTo(1);
        Headers again = forwarding.deadLetter(replayed, new ProcessingException("other")).headers();
        assertThat(names(again))
                .doesNotHaveDuplicates()
                .doesNotContain("kafka_dlt-exception-cause-fqcn");
        assertThat(value(again, "kafka_dlt-original-offset")).isEqualTo(int64(99));
        assertThat(value(again, "kafka_dlt-exception-message")).isEqualTo(text("other"));
    }

    @Test
    void aMessagePutIntoTheRetryTopicByHandIsItsOwnOrigin() {
        Delivery delivery = forwarding.delivery(Records.record("orders-retry", 1, 4));

        assertThat(delivery.origin().topic()).isEqualTo("orders-retry");
        assertThat(delivery.attempt()).isEqualTo(1);
        assertThat(delivery.isEarly(Instant.EPOCH)).isFalse();
    }

    @Test
    void nonsenseInTheHeadersOfARetryIsIgnored() {
        Headers headers = new RecordHeaders();
        headers.add("retry_topic-attempts", int32(-5));
        headers.add("retry_topic-backoff-timestamp", shortest(Long.MAX_VALUE));
        headers.add("kafka_original-topic", text("orders"));
        headers.add("kafka_original-partition", text("two"));

        Delivery delivery =
                forwarding.delivery(Records.record("orders-retry", 1, 4, "{}", headers));

        assertThat(delivery.attempt()).isEqualTo(1);
        assertThat(delivery.origin().topic()).isEqualTo("orders-retry");
        assertThat(delivery.isEarly(Records.TIMESTAMP.plus(Duration.ofDays(1)))).isFalse();
    }

    @Test
    void aBackOffThatIsFarAheadOfOurClockIsNone() {
        Headers headers = new RecordHeaders();
        headers.add(
                "retry_topic-backoff-timestamp",
                shortest(Records.TIMESTAMP.plusSeconds(2).toEpochMilli()));

        Delivery delivery =
                forwarding.delivery(Records.record("orders-retry", 1, 4, "{}", headers));

        assertThat(delivery.isEarly(Records.TIMESTAMP)).isTrue();
        assertThat(delivery.isEarly(Records.TIMESTAMP.minus(Duration.ofMinutes(50)))).isFalse();
    }

    @Test
    void whatAnExceptionSaysMakesNoMessageTooLarge() {
        Exception wordy = new ProcessingException("x".repeat(1_000_000));

        Headers headers = forwarding.deadLetter(first(), wordy).headers();

        assertThat(value(headers, "kafka_dlt-exception-message")).hasSize(10_000);
        assertThat(value(headers, "kafka_dlt-exception-stacktrace")).hasSize(10_000);
    }

    @Test
    void anExceptionWithoutMessageOrCauseHasNoHeadersForThem() {
        assertThat(names(forwarding.deadLetter(first(), new IllegalStateException()).headers()))
                .doesNotContain("kafka_dlt-exception-message", "kafka_dlt-exception-cause-fqcn");
    }

    private Delivery first() {
        Headers headers = new RecordHeaders();
        headers.add("message-id", text("m-1"));
        return forwarding.delivery(Records.record("orders", 2, 57, "{\"a\":1}", headers));
    }

    private static boolean isOfARetry(String header) {
        return header.startsWith("kafka_original-")
                || header.startsWith("kafka_exception-")
                || header.equals("retry_topic-backoff-timestamp");
    }

    private static byte[] value(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        assertThat(header).as(name).isNotNull();
        return header.value();
    }

    private static List<String> names(Headers headers) {
        return new ArrayList<>(
                StreamSupport.stream(headers.spliterator(), false).map(Header::key).toList());
    }
}
