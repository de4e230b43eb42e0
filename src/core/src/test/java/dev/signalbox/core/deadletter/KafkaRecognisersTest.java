package dev.signalbox.core.deadletter;

import static dev.signalbox.core.deadletter.Letters.int32;
import static dev.signalbox.core.deadletter.Letters.int64;
import static dev.signalbox.core.deadletter.Letters.message;
import static dev.signalbox.core.deadletter.Letters.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.deadletter.DeadLetter.Cause;
import dev.signalbox.core.deadletter.DeadLetter.Content;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.MessageId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KafkaRecognisersTest {
    private static final String C = "__connect.errors.";
    private static final String S = "__streams.errors.";

    @Test
    void connectTellsItsRecordItsConnectorAndItsFailure() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("order-id", "42"),
                                text(C + "topic", "orders"),
                                text(C + "partition", "2"),
                                text(C + "offset", "17"),
                                text(C + "connector.name", "warehouse"),
                                text(C + "task.id", "0"),
                                text(C + "stage", "VALUE_CONVERTER"),
                                text(
                                        C + "class.name",
                                        "org.apache.kafka.connect.json.JsonConverter"),
                                text(C + "exception.class.name", "o.a.k.c.errors.DataException"),
                                text(C + "exception.message", "no schema"),
                                text(
                                        C + "exception.stacktrace",
                                        "o.a.k.c.errors.DataException\n")));

        assertThat(letter.convention()).contains("Kafka Connect");
        assertThat(letter.origin()).contains(new MessageId("orders", 2, 17));
        assertThat(letter.group()).contains("connect-warehouse");
        assertThat(letter.cause())
                .contains(
                        new Cause(
                                "o.a.k.c.errors.DataException",
                                "no schema",
                                "o.a.k.c.errors.DataException\n"));
        assertThat(letter.content()).isEqualTo(Content.WHOLE);
        assertThat(FailureHeaders.without(letter.message().headers()))
                .containsExactly(text("order-id", "42"));
    }

    @Test
    void streamsTellsTheClassInFrontOfTheMessageAndKeepsNoHeaders() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text(S + "exception", "java.lang.IllegalStateException: a: b"),
                                text(S + "message", "a: b"),
                                text(S + "stacktrace", "java.lang.IllegalStateException: a: b"),
                                text(S + "topic", "orders"),
                                text(S + "partition", "0"),
                                text(S + "offset", "9")));

        assertThat(letter.convention()).contains("Kafka Streams");
        assertThat(letter.origin()).contains(new MessageId("orders", 0, 9));
        assertThat(letter.cause().orElseThrow().exceptionClass())
                .isEqualTo("java.lang.IllegalStateException");
        assertThat(letter.content()).isEqualTo(Content.WITHOUT_HEADERS);
    }

    @Test
    void anExceptionWithoutMessageIsItsClass() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text(S + "exception", "java.lang.NullPointerException"),
                                new Header(S + "message", null)));

        assertThat(letter.cause()).contains(new Cause("java.lang.NullPointerException", "", ""));
    }

    @Test
    void cloudStreamTellsItsPlaceInBinary() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("x-original-topic", "orders"),
                                int32("x-original-partition", 1),
                                int64("x-original-offset", 19),
                                int64("x-original-timestamp", 1_700_000_000_000L),
                                text("x-original-timestamp-type", "CreateTime"),
                                text("x-exception-fqcn", "java.lang.RuntimeException"),
                                text("x-exception-message", "boom")));

        assertThat(letter.convention()).contains("Spring Cloud Stream");
        assertThat(letter.origin()).contains(new MessageId("orders", 1, 19));
        assertThat(letter.originTimestamp()).contains(Instant.ofEpochMilli(1_700_000_000_000L));
        assertThat(letter.cause()).contains(new Cause("java.lang.RuntimeException", "boom", ""));
        assertThat(FailureHeaders.without(letter.message().headers())).isEmpty();
    }

    @Test
    void whoTookOverTheNamesAndWritesDigitsIsUnderstoodToo() {
        for (List<String> place : List.of(List.of("3", "7"), List.of("0012", "00000123"))) {
            DeadLetter letter =
                    DeadLetters.read(
                            message(
                                    text("x-original-topic", "orders"),
                                    text("x-original-partition", place.get(0)),
                                    text("x-original-offset", place.get(1))));

            assertThat(letter.origin())
                    .contains(
                            new MessageId(
                                    "orders",
                                    Integer.parseInt(place.get(0)),
                                    Long.parseLong(place.get(1))));
        }
    }

    @Test
    void aMessageWithAnExceptionHeaderAloneIsNotCalledADeadLetter() {
        assertThat(DeadLetters.read(message(text("x-exception-message", "boom"))).convention())
                .isEmpty();
    }
}
