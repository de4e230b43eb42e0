package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.deadletter.DeadLetterRules;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicNamesTest {
    private final TopicNames names =
            new TopicNames(Set.of("orders", "Big.Orders", "orders-retry"), DeadLetterRules.USUAL);

    @ParameterizedTest
    @ValueSource(strings = {"orders-dlt", "orders.DLT", "orders-DLT", "orders_dlq", "orders.dlq"})
    void knowsDeadLettersByTheirName(String name) {
        assertThat(names.deadLetterOf(name)).contains("orders");
        assertThat(names.retryOf(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders-retry", "orders-retry-0", "orders-retry-5000", "orders.retry"})
    void knowsRetryTopicsByTheirName(String name) {
        assertThat(names.retryOf(name)).contains("orders");
        assertThat(names.deadLetterOf(name)).isEmpty();
    }

    @Test
    void keepsTheCaseOfTheOrigin() {
        assertThat(names.deadLetterOf("Big.Orders.DLT")).contains("Big.Orders");
        assertThat(names.deadLetterOf("big.orders.DLT")).isEmpty();
    }

    @Test
    void knowsTheDeadLettersOfARetryTopic() {
        assertThat(names.deadLetterOf("orders-retry-dlt")).contains("orders-retry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments-dlt", "-dlt", "dlt", "ordersdlt", "orders-retry-x", "orders"})
    void claimsNothingOfATopicItCannotPlace(String name) {
        assertThat(names.deadLetterOf(name)).isEmpty();
        assertThat(names.retryOf(name)).isEmpty();
    }
}
