package dev.signalbox.core.deadletter;

import static dev.signalbox.core.deadletter.Letters.message;
import static dev.signalbox.core.deadletter.Letters.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.deadletter.DeadLetter.Cause;
import dev.signalbox.core.deadletter.DeadLetter.Route;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.HeaderValue;
import dev.signalbox.core.model.HeaderValue.Width;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueRecognisersTest {
    @ParameterizedTest
    @ValueSource(strings = {"x-death", "x-opt-deaths"})
    void rabbitTellsTheQueueOfTheNewestDeath(String header) {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                deaths(
                                        header,
                                        death("orders", "rejected", 3),
                                        death("orders-wait", "expired", 2))));

        assertThat(letter.convention()).contains("RabbitMQ");
        assertThat(letter.originDestination()).contains("orders");
        assertThat(letter.origin()).isEmpty();
        assertThat(letter.attempts()).hasValue(3);
        assertThat(letter.cause()).contains(new Cause("rejected", "", ""));
        assertThat(letter.route()).contains(new Route("shop", "orders.new"));
    }

    @Test
    void aMessageThatExpiredWasNeverTried() {
        DeadLetter letter =
                DeadLetters.read(message(deaths("x-death", death("orders", "expired", 1))));

        assertThat(letter.attempts()).isEmpty();
    }

    @Test
    void withoutTheListTheLastAndTheFirstDeathTell() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("x-first-death-queue", "orders"),
                                text("x-first-death-reason", "maxlen"),
                                text("x-last-death-queue", "parking")));

        assertThat(letter.originDestination()).contains("parking");
        assertThat(letter.cause()).contains(new Cause("maxlen", "", ""));
    }

    @Test
    void deathsThatAreNoneTellNothing() {
        for (HeaderValue odd :
                List.of(
                        new HeaderValue.Listing(List.of()),
                        new HeaderValue.Listing(List.of(new HeaderValue.Text("x"))),
                        new HeaderValue.Listing(List.of(HeaderValue.Table.of(Map.of()))),
                        new HeaderValue.Text("[]"),
                        new HeaderValue.Nothing())) {
            assertThat(DeadLetters.read(message(Header.of("x-death", odd))).convention()).isEmpty();
        }
    }

    @Test
    void springAmqpTellsWhatItWasPublishedTo() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("x-original-exchange", "shop"),
                                text("x-original-routingKey", "orders.new"),
                                text("x-exception-message", "boom"),
                                text(
                                        "x-exception-stacktrace",
                                        "java.lang.IllegalStateException: boom\n"
                                                + "\tat a.B.c(B.java:1)"),
                                deaths("x-death", death("orders", "rejected", 1))));

        assertThat(letter.convention()).contains("Spring AMQP");
        assertThat(letter.route()).contains(new Route("shop", "orders.new"));
        assertThat(letter.originDestination()).contains("orders");
        assertThat(letter.cause().orElseThrow().exceptionClass())
                .isEqualTo("java.lang.IllegalStateException");
        assertThat(FailureHeaders.without(letter.message().headers())).isEmpty();
    }

    @Test
    void whatWasPublishedToAQueueDirectlyDiedThere() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("x-original-exchange", ""),
                                text("x-original-routingKey", "orders")));

        assertThat(letter.originDestination()).contains("orders");
    }

    @Test
    void nServiceBusTellsWhereToSendItBack() {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("NServiceBus.MessageId", "m-1"),
                                text("NServiceBus.FailedQ", "billing"),
                                text("NServiceBus.TimeOfFailure", "2026-11-11 02:26:57:767462 Z"),
                                text("NServiceBus.ProcessingEndpoint", "Billing"),
                                text("NServiceBus.ExceptionInfo.ExceptionType", "System.Exception"),
                                text("NServiceBus.ExceptionInfo.Message", "boom"),
                                text("NServiceBus.ExceptionInfo.StackTrace", "System.Exception")));

        assertThat(letter.convention()).contains("NServiceBus");
        assertThat(letter.originDestination()).contains("billing");
        assertThat(letter.group()).contains("Billing");
        assertThat(letter.cause())
                .contains(new Cause("System.Exception", "boom", "System.Exception"));
        assertThat(FailureHeaders.without(letter.message().headers()))
                .extracting(Header::name)
                .containsExactly("NServiceBus.MessageId", "NServiceBus.ProcessingEndpoint");
    }

    @ParameterizedTest
    @CsvSource({
        "rabbitmq://localhost/orders, orders",
        "rabbitmq://host:5672/shop/orders?durable=true, orders",
        "rabbitmq://host/a%20b, a b",
        "not an address,",
        "queue:orders,",
        "rabbitmq://host/,"
    })
    void massTransitTellsTheQueueInAnAddress(String address, String queue) {
        DeadLetter letter =
                DeadLetters.read(
                        message(
                                text("MT-Reason", "fault"),
                                text("MT-Fault-InputAddress", address),
                                text("MT-Fault-ExceptionType", "System.TimeoutException"),
                                text("MT-Fault-Message", "too late"),
                                Header.of(
                                        "MT-Fault-RetryCount",
                                        new HeaderValue.Whole(4, Width.INT))));

        assertThat(letter.convention()).contains("MassTransit");
        assertThat(letter.originDestination().orElse(null)).isEqualTo(queue);
        assertThat(letter.attempts()).hasValue(5);
        assertThat(letter.cause()).contains(new Cause("System.TimeoutException", "too late", ""));
    }

    @Test
    void whatNoConsumerTookHasItsReasonAsCause() {
        assertThat(DeadLetters.read(message(text("MT-Reason", "dead-letter"))).cause())
                .contains(new Cause("dead-letter", "", ""));
    }

    @Test
    void rocketTellsTheGroupInTheNameAndTheOriginInAProperty() {
        DeadLetter letter =
                DeadLetters.read(
                        new Message(
                                new MessageId("%DLQ%payers", 0, 1),
                                Instant.EPOCH,
                                TimestampType.CREATE_TIME,
                                null,
                                Bytes.utf8("{}"),
                                List.of(text("DLQ_ORIGIN_TOPIC", "orders"))));

        assertThat(letter.convention()).contains("RocketMQ");
        assertThat(letter.group()).contains("payers");
        assertThat(letter.originDestination()).contains("orders");
    }

    private static Header deaths(String name, HeaderValue... deaths) {
        return Header.of(name, new HeaderValue.Listing(List.of(deaths)));
    }

    private static HeaderValue death(String queue, String reason, long count) {
        return HeaderValue.Table.of(
                Map.of(
                        "queue", new HeaderValue.Text(queue),
                        "reason", new HeaderValue.Text(reason),
                        "count", new HeaderValue.Whole(count, Width.LONG),
                        "exchange", new HeaderValue.Text("shop"),
                        "time", new HeaderValue.Moment(Instant.EPOCH),
                        "routing-keys",
                                new HeaderValue.Listing(
                                        List.of(new HeaderValue.Text("orders.new")))));
    }
}
