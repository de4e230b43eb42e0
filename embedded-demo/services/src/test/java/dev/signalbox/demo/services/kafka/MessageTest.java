package dev.signalbox.demo.services.kafka;

import static dev.signalbox.demo.services.kafka.HeaderValue.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.demo.services.consumer.MalformedMessageException;
import dev.signalbox.demo.services.consumer.Message;
import dev.signalbox.demo.services.event.OrderCreated;
import java.math.BigDecimal;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    private static final String ORDER =
            """
            {"orderId":"O-1","customer":"C-1","lines":[{"product":"P-1","quantity":2,"price":4.99}],
             "amount":9.98,"currency":"EUR","occurredAt":"2026-11-22T10:15:30Z","unheardOf":true}
            """;

    private final Forwarding forwarding = new Forwarding("orders", "payment");

    @Test
    void idAndXidComeFromTheHeaders() throws Exception {
        Headers headers = new RecordHeaders();
        headers.add("message-id", text("m-1")).add("xid", text("x-1"));

        Message message = read(ORDER, headers);

        assertThat(message.id()).isEqualTo("m-1");
        assertThat(message.xid()).isEqualTo("x-1");
    }

    @Test
    void aMessageWithoutAnIdIsNamedAfterItsOrigin() throws Exception {
        Message message = read(ORDER, new RecordHeaders());

        assertThat(message.id()).isEqualTo("orders-2-57");
        assertThat(message.xid()).isNull();
    }

    @Test
    void theBodyIsReadAsTheEventAndWhatIsUnknownIsIgnored() throws Exception {
        OrderCreated order = read(ORDER, new RecordHeaders()).event(OrderCreated.class);

        assertThat(order.amount()).isEqualByComparingTo(new BigDecimal("9.98"));
        assertThat(order.lines()).singleElement().extracting("product").isEqualTo("P-1");
    }

    @Test
    void aMessageWithoutAValueIsMalformed() {
        assertMalformed(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "poison", "{\"a\":", "17", "[]", "null", "{} {}", "\u0000"})
    void aValueThatIsNoJsonObjectIsMalformed(String value) {
        assertMalformed(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"orderId\":\"O-1\"}",
                "{\"orderId\":null,\"customer\":\"C\",\"lines\":[],\"amount\":1,\"currency\":\"E\"}",
                "{\"orderId\":\"O\",\"customer\":\"C\",\"lines\":5,\"amount\":1,\"currency\":\"E\"}",
                "{\"orderId\":\"O\",\"customer\":\"C\",\"lines\":[null],\"amount\":1}",
                "{\"orderId\":\"O\",\"customer\":\"C\",\"lines\":[],\"amount\":1e999999999,"
                        + "\"currency\":\"E\",\"occurredAt\":\"2026-11-22T10:15:30Z\"}",
                "{\"orderId\":\"O\",\"customer\":\"C\",\"lines\":[],\"amount\":1e-999999999,"
                        + "\"currency\":\"E\",\"occurredAt\":\"2026-11-22T10:15:30Z\"}"
            })
    void anEventThatLacksSomethingIsMalformed(String value) throws Exception {
        Message message = read(value, new RecordHeaders());

        assertThatThrownBy(() -> message.event(OrderCreated.class))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("OrderCreated");
    }

    @Test
    void textThatIsLongerThanAnyOfOursIsMalformed() throws Exception {
        Message message = read(ORDER.replace("C-1", "C".repeat(1_000)), new RecordHeaders());

        assertThatThrownBy(() -> message.event(OrderCreated.class))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void anXidThatIsLongerThanAnyIsNone() throws Exception {
        Headers headers = new RecordHeaders();
        headers.add("xid", text("x".repeat(129)));

        assertThat(read(ORDER, headers).xid()).isNull();
    }

    private void assertMalformed(@Nullable String value) {
        assertThatThrownBy(() -> read(value, new RecordHeaders()))
                .isInstanceOf(MalformedMessageException.class);
    }

    private Message read(@Nullable String value, Headers headers) throws Exception {
        return forwarding.delivery(Records.record("orders", 2, 57, value, headers)).read();
    }
}
