package dev.signalbox.core.deadletter;

import static dev.signalbox.core.deadletter.Letters.bytes;
import static dev.signalbox.core.deadletter.Letters.int32;
import static dev.signalbox.core.deadletter.Letters.int64;
import static dev.signalbox.core.deadletter.Letters.message;
import static dev.signalbox.core.deadletter.Letters.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.deadletter.DeadLetter.Cause;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpringKafkaRecogniserTest {

    private static Message typical() {
        return message(
                text("order-id", "42"),
                text("kafka_dlt-exception-fqcn", "java.lang.IllegalArgumentException"),
                text("kafka_dlt-exception-message", "no rate for XTS"),
                text("kafka_dlt-exception-stacktrace", "java.lang.Illegal…\n\tat Payment.take"),
                text("kafka_dlt-original-topic", "orders"),
                int32("kafka_dlt-original-partition", 1),
                int64("kafka_dlt-original-offset", 5_000_000_000L),
                int64("kafka_dlt-original-timestamp", 1_767_225_600_123L),
                text("kafka_dlt-original-timestamp-type", "CreateTime"),
                text("kafka_dlt-original-consumer-group", "payment"));
    }

    @Test
    void aLetterTellsWhereItDiedWhenAndWhy() {
        DeadLetter letter = DeadLetters.read(typical());

        assertThat(letter.message()).isEqualTo(typical());
        assertThat(letter.convention()).contains("Spring Kafka");
        assertThat(letter.originDestination()).contains("orders");
        assertThat(letter.origin()).contains(new MessageId("orders", 1, 5_000_000_000L));
        assertThat(letter.originTimestamp()).contains(Instant.parse("2026-01-01T00:00:00.123Z"));
        assertThat(letter.group()).contains("payment");
        assertThat(letter.attempts()).isEmpty();
        assertThat(letter.cause())
                .contains(
                        new Cause(
                                "java.lang.IllegalArgumentException",
                                "no rate for XTS",
                                "java.lang.Illegal…\n\tat Payment.take"));
    }

    @Test
    void aLetterFromRetryTopicsIsReadToo() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("kafka_exception-fqcn", "a.Broken"),
                                text("kafka_original-topic", "orders"),
                                int32("kafka_original-partition", 2),
                                int64("kafka_original-offset", 8),
                                int64("kafka_original-timestamp", 1000),
                                text("kafka_dlt-original-consumer-group", "payment"),
                                int32("retry_topic-attempts", 4)));

        assertThat(letter.origin()).contains(new MessageId("orders", 2, 8));
        assertThat(letter.originTimestamp()).contains(Instant.ofEpochSecond(1));
        assertThat(letter.group()).contains("payment");
        assertThat(letter.cause()).contains(new Cause("a.Broken", "", ""));
        assertThat(letter.attempts()).hasValue(3);
    }

    @Test
    void retryTopicsThatForwardedNothingYetHaveNoAttempts() {
        assertThat(
                        DeadLetters.read(
                                        message(
                                                text("kafka_original-topic", "orders"),
                                                int32("retry_topic-attempts", 1)))
                                .attempts())
                .isEmpty();
    }

    @Test
    void aMessageThatDiedTwiceTellsOfItsLastDeath() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("kafka_dlt-original-topic", "orders"),
                                int32("kafka_dlt-original-partition", 0),
                                int64("kafka_dlt-original-offset", 1),
                                text("kafka_dlt-original-topic", "payments"),
                                int32("kafka_dlt-original-partition", 1),
                                int64("kafka_dlt-original-offset", 2)));

        assertThat(letter.origin()).contains(new MessageId("payments", 1, 2));
    }

    @Test
    void theWrapperOfTheContainerIsLookedThrough() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("kafka_dlt-exception-fqcn", wrapper()),
                                text("kafka_dlt-exception-cause-fqcn", "a.NoRate"),
                                text("kafka_dlt-exception-message", "Listener failed"),
                                text(
                                        "kafka_dlt-exception-stacktrace",
                                        wrapper()
                                                + ": Listener failed\n"
                                                + "\tat x.Y.z(Y.java:1)\n"
                                                + "Caused by: a.NoRate: none for XTS: at all\n"
                                                + "\tat x.Y.z(Y.java:2)\n")));

        Cause cause = letter.cause().orElseThrow();
        assertThat(cause.exceptionClass()).isEqualTo("a.NoRate");
        assertThat(cause.message()).isEqualTo("none for XTS: at all");
    }

    @Test
    void anExceptionOfTheApplicationIsToldAlthoughItHasACause() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("kafka_dlt-exception-fqcn", "a.NotCaptured"),
                                text("kafka_dlt-exception-cause-fqcn", "a.NoRate"),
                                text("kafka_dlt-exception-message", "order 42")));

        assertThat(letter.cause()).contains(new Cause("a.NotCaptured", "order 42", ""));
    }

    @Test
    void aWrapperWithoutAStackTraceKeepsItsOwnMessage() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("kafka_dlt-exception-fqcn", wrapper()),
                                text("kafka_dlt-exception-cause-fqcn", "a.NoRate"),
                                text("kafka_dlt-exception-message", "Listener failed")));

        assertThat(letter.cause()).contains(new Cause("a.NoRate", "Listener failed", ""));
    }

    @Test
    void aKeyThatCouldNotBeReadIsACauseToo() {
        DeadLetter letter =
                DeadLetters.read(message(text("kafka_dlt-key-exception-fqcn", "a.BadKey")));

        assertThat(letter.cause().orElseThrow().exceptionClass()).isEqualTo("a.BadKey");
    }

    @Test
    void aRecovererBehindARetryTopicLeavesTheNumberOfTheAttemptThatFailed() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("kafka_dlt-original-topic", "orders-retry"),
                                text("kafka_original-topic", "orders"),
                                int32("retry_topic-attempts", 4)));

        assertThat(letter.originDestination()).contains("orders-retry");
        assertThat(letter.attempts()).hasValue(4);
    }

    @Test
    void attemptsInPlaceCountWhereThereAreNoRetryTopics() {
        assertThat(attempts(int32("kafka_deliveryAttempt", 10))).isEqualTo(10);
        assertThat(attempts(bytes("retry_topic-attempts", 200))).isEqualTo(200);
    }

    @Test
    void aNumberOfAttemptsThatCannotBeIsUnknown() {
        for (Header header :
                List.of(
                        int32("retry_topic-attempts", 0),
                        int32("retry_topic-attempts", -3),
                        text("retry_topic-attempts", "three"),
                        int32("kafka_deliveryAttempt", 0))) {
            assertThat(DeadLetters.read(message(header)).attempts()).isEmpty();
        }
    }

    @Test
    void aTopicWithoutAReadablePlaceIsStillAnOrigin() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("kafka_dlt-original-topic", "orders"),
                                text("kafka_dlt-original-partition", "1"),
                                int64("kafka_dlt-original-offset", 5),
                                int64("kafka_dlt-original-timestamp", -1)));

        assertThat(letter.originDestination()).contains("orders");
        assertThat(letter.origin()).isEmpty();
        assertThat(letter.originTimestamp()).isEmpty();
    }

    @Test
    void aStackTraceCutWithinACharacterIsReadAsFarAsItGoes() {
        DeadLetter letter =
                DeadLetters.read(message(bytes("kafka_dlt-exception-stacktrace", 'a', 't', 0xE2)));

        assertThat(letter.cause().orElseThrow().stackTrace()).startsWith("at");
    }

    @Test
    void headersOfRubbishNeverThrow() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Header> headers = new ArrayList<>();
            for (Header header : typical().headers()) {
                byte[] rubbish = new byte[random.nextInt(12)];
                random.nextBytes(rubbish);
                headers.add(
                        new Header(
                                header.name(), random.nextInt(5) == 0 ? null : Bytes.of(rubbish)));
            }
            assertThat(DeadLetters.read(message(headers.toArray(Header[]::new)))).isNotNull();
        }
    }

    @Test
    void aMessageWithoutSuchHeadersStaysUnknown() {
        DeadLetter letter = DeadLetters.read(message(text("order-id", "42")));

        assertThat(letter).isEqualTo(DeadLetter.unrecognised(message(text("order-id", "42"))));
        assertThat(letter.convention()).isEmpty();
    }

    private static int attempts(Header header) {
        return DeadLetters.read(message(header)).attempts().orElseThrow();
    }

    private static String wrapper() {
        return "org.springframework.kafka.listener.ListenerExecutionFailedException";
    }
}
