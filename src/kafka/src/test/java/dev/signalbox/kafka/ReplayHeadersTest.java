package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.deadletter.DeadLetters;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplayHeadersTest {
    private static final UUID ACTION = new UUID(1, 2);

    @Test
    void leavesOffTheFailureAndKeepsTheRestInOrder() {
        Header twice = new Header("twice", Bytes.of(new byte[] {0, -1}));

        List<Header> headers =
                replayed(
                        twice,
                        SpringLetters.text("kafka_dlt-original-topic", "orders"),
                        new Header("empty", null),
                        SpringLetters.text("retry_topic-attempts", "3"),
                        twice);

        assertThat(headers.subList(0, 3)).containsExactly(twice, new Header("empty", null), twice);
        assertThat(headers.subList(3, 6))
                .containsExactly(
                        SpringLetters.text("signalbox-replay-id", ACTION.toString()),
                        SpringLetters.text("signalbox-replay-of", "orders-dlt-1@7"),
                        SpringLetters.text("signalbox-replay-count", "1"));
    }

    @Test
    void keepsEverythingOfALetterOfAnUnknownKind() {
        Header own = SpringLetters.text("x-exception-message", "mine");

        assertThat(replayed(own)).hasSize(4).contains(own);
    }

    @Test
    void countsOnWhenALetterDiedAgain() {
        List<Header> headers =
                replayed(
                        SpringLetters.text("signalbox-replay-id", "older"),
                        SpringLetters.text("signalbox-replay-of", "orders-dlt-0@1"),
                        SpringLetters.text("signalbox-replay-count", "2"));

        assertThat(headers)
                .extracting(Header::name)
                .containsExactly(
                        "signalbox-replay-id", "signalbox-replay-of", "signalbox-replay-count");
        assertThat(headers.getLast()).isEqualTo(SpringLetters.text("signalbox-replay-count", "3"));
    }

    @Test
    void startsAtOneWhereTheCountMakesNoSense() {
        List<Header> headers =
                replayed(SpringLetters.text("signalbox-replay-count", "99999999999999999999"));

        assertThat(headers.getLast()).isEqualTo(SpringLetters.text("signalbox-replay-count", "1"));
    }

    private static List<Header> replayed(Header... headers) {
        Message message =
                new Message(
                        new MessageId("orders-dlt", 1, 7),
                        Instant.EPOCH,
                        TimestampType.CREATE_TIME,
                        null,
                        Bytes.utf8("value"),
                        List.of(headers));
        return new ReplayHeaders(ACTION, DeadLetterRules.USUAL)
                .of(DeadLetters.read(message), message);
    }
}
