package dev.signalbox.core.deadletter;

import static dev.signalbox.core.deadletter.Letters.message;
import static dev.signalbox.core.deadletter.Letters.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.Header;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka_dlt-original-topic",
                "kafka_dlt-exception-cause-fqcn",
                "kafka_dlt-key-exception-message",
                "kafka_original-offset",
                "kafka_exception-stacktrace",
                "kafka_key-exception-fqcn",
                "retry_topic-attempts",
                "retry_topic-backoff-timestamp",
                "kafka_deliveryAttempt",
                "springDeserializerExceptionKey",
                "springDeserializerExceptionValue"
            })
    void whatTellsOfAFailureIsLeftOff(String name) {
        assertThat(FailureHeaders.describesFailure(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message-id",
                "order-id",
                "xid",
                "content-type",
                "kafka_correlationId",
                "kafka_replyTopic",
                "spring_json_header_types",
                "__TypeId__",
                "traceparent",
                "KAFKA_DLT-ORIGINAL-TOPIC"
            })
    void whatBelongsToTheMessageStays(String name) {
        assertThat(FailureHeaders.describesFailure(name)).isFalse();
    }

    @Test
    void theOthersKeepTheirOrderAndTheirRepetitions() {
        List<Header> headers =
                List.of(
                        text("a", "1"),
                        text("kafka_dlt-original-topic", "orders"),
                        text("b", "2"),
                        text("a", "3"));

        assertThat(FailureHeaders.without(headers))
                .containsExactly(text("a", "1"), text("b", "2"), text("a", "3"));
    }

    @Test
    void transactionAndOrderAreReadFromTheHeaders() {
        assertThat(BusinessIds.xid(message(text("xid", "10.0.0.1:8091:1"))))
                .contains("10.0.0.1:8091:1");
        assertThat(BusinessIds.xid(message(text("TX_XID", "x"), text("xid", " ")))).contains("x");
        assertThat(BusinessIds.orderId(message(text("order-id", "42")))).contains("42");
    }

    @Test
    void whatNoHeaderNamesIsEmpty() {
        assertThat(BusinessIds.xid(message())).isEmpty();
        assertThat(BusinessIds.orderId(message(new Header("order-id", null)))).isEmpty();
        assertThat(BusinessIds.orderId(message(Letters.bytes("order-id", 0xFF, 0xFE)))).isEmpty();
    }
}
