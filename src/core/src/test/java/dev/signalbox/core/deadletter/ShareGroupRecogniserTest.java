package dev.signalbox.core.deadletter;

import static dev.signalbox.core.deadletter.Letters.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.deadletter.DeadLetter.Content;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShareGroupRecogniserTest {
    private static final List<Header> HEADERS =
            List.of(
                    text("__dlq.errors.topic", "orders"),
                    text("__dlq.errors.partition", "3"),
                    text("__dlq.errors.offset", "4711"),
                    text("__dlq.errors.group", "payers"),
                    text("__dlq.errors.delivery.count", "5"),
                    text("__dlq.errors.message", "Offset delivery count exceeded the threshold."));

    @Test
    void aLetterWithoutKeyAndValuePointsToItsRecord() {
        DeadLetter letter = DeadLetters.read(message(null, null));

        assertThat(letter.isPointer()).isTrue();
        assertThat(letter.convention()).contains("Kafka share group");
        assertThat(letter.origin()).contains(new MessageId("orders", 3, 4711));
        assertThat(letter.group()).contains("payers");
        assertThat(letter.attempts()).hasValue(5);
        assertThat(letter.cause())
                .contains(
                        new DeadLetter.Cause(
                                "", "Offset delivery count exceeded the threshold.", ""));
    }

    @Test
    void aCopiedRecordStillLacksItsHeaders() {
        DeadLetter letter = DeadLetters.read(message(Bytes.utf8("k"), null));

        assertThat(letter.isPointer()).isFalse();
        assertThat(letter.content()).isEqualTo(Content.WITHOUT_HEADERS);
    }

    @Test
    void aPlaceThatIsNoPlaceIsNotTold() {
        DeadLetter letter =
                DeadLetters.read(
                        Letters.message(
                                text("__dlq.errors.topic", "orders"),
                                text("__dlq.errors.partition", "-1"),
                                text("__dlq.errors.offset", "99999999999999999999"),
                                Letters.bytes("__dlq.errors.group", 0xFF),
                                text("__dlq.errors.delivery.count", "9999999999")));

        assertThat(letter.originDestination()).contains("orders");
        assertThat(letter.origin()).isEmpty();
        assertThat(letter.group()).isEmpty();
        assertThat(letter.attempts()).isEmpty();
        assertThat(letter.cause()).isEmpty();
    }

    @Test
    void itsHeadersDescribeTheFailure() {
        assertThat(FailureHeaders.without(HEADERS)).isEmpty();
    }

    private static Message message(@Nullable Bytes key, @Nullable Bytes value) {
        return new Message(
                new MessageId("dlq.orders", 1, 7),
                Instant.EPOCH,
                TimestampType.CREATE_TIME,
                key,
                value,
                HEADERS);
    }
}
