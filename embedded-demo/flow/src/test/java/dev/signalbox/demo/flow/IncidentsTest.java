package dev.signalbox.demo.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.demo.services.backend.Demo;
import dev.signalbox.demo.services.backend.TestTopic;
import dev.signalbox.demo.services.json.Json;
import dev.signalbox.demo.services.kafka.HeaderValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the incidents do, seen from outside.
class IncidentsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final TestTopic ORDERS = TestTopic.named("orders");

    private final Demo demo = Demo.shared();

    /// An incident hits whatever comes next: nothing of an earlier test may be under way.
    @BeforeEach
    @AfterEach
    void calmDown() throws Exception {
        demo.calmDown();
    }

    @Test
    void aPoisonedOrderIsPlacedDeadLetteredAndOnceReplayedProcessedOnce() throws Exception {
        long letters = demo.payment.counter("deadLettered");
        demo.payment.switchOn("poison-messages", 1);

        String orderId = placed("C-0101", "P-0101");

        await().atMost(PATIENCE).until(() -> demo.payment.counter("deadLettered") == letters + 1);
        await().atMost(PATIENCE).until(() -> !demo.payment.isOn("poison-messages"));
        ConsumerRecord<byte[], byte[]> letter = letterOf(orderId).orElseThrow();
        assertThat(HeaderValue.text(letter.headers(), "kafka_dlt-exception-message"))
                .contains(
                        "Payment of order " + orderId + " not captured: No exchange rate for XTS");
        assertThat(HeaderValue.text(letter.headers(), "kafka_dlt-original-topic"))
                .contains("orders");
        assertThat(HeaderValue.text(letter.headers(), "kafka_dlt-original-consumer-group"))
                .contains("payment");
        assertThat(captures(orderId)).isZero();

        long duplicates = demo.payment.counter("duplicates");
        ORDERS.replay(letter);
        demo.awaitCompleted(orderId);
        ORDERS.replay(letter);
        await().atMost(PATIENCE).until(() -> demo.payment.counter("duplicates") == duplicates + 1);
        assertThat(captures(orderId)).isEqualTo(1);
        assertThat(demo.payment.counter("deadLettered")).isEqualTo(letters + 1);
    }

    @Test
    void withPoisonOnSomeOrdersAreDeadLetteredUpToTheCountAndTheOthersGoOn() throws Exception {
        long letters = demo.payment.counter("deadLettered");
        long completed = demo.order.counter("completed");
        demo.payment.switchOn("poison-messages", 2);
        demo.order.switchOn("poison-messages", 2);
        demo.traffic(12);

        await().atMost(PATIENCE).until(() -> !demo.payment.isOn("poison-messages"));
        demo.order.switchIncident("poison-messages", false);
        demo.traffic(0);
        demo.awaitQuiet();

        assertThat(demo.order.counter("poisoned")).isGreaterThanOrEqualTo(2);
        assertThat(demo.payment.counter("deadLettered")).isEqualTo(letters + 2);
        assertThat(demo.order.counter("completed")).isGreaterThan(completed + 5);
    }

    @Test
    void aSlowConsumerLagsAndDrainsWhenItIsSlowNoMore() throws Exception {
        demo.recommendation.switchIncident("slow-consumer", true);
        demo.traffic(12);
        await().atMost(PATIENCE).until(() -> demo.backlog().of("recommendation") >= 15);
        demo.traffic(0);

        demo.recommendation.switchIncident("slow-consumer", false);

        await().atMost(PATIENCE).until(() -> demo.backlog().of("recommendation") == 0);
    }

    @Test
    void anIncidentOfAnotherServiceOrACountOfNothingIsRefused() throws Exception {
        assertThat(demo.stock.send("PUT", "/incidents/slow-consumer", "{\"on\":true}").statusCode())
                .isEqualTo(404);
        assertThat(
                        demo.payment
                                .send(
                                        "PUT",
                                        "/incidents/payment-hangs",
                                        "{\"on\":true,\"count\":0}")
                                .statusCode())
                .isEqualTo(400);
        assertThat(demo.order.send("PUT", "/traffic", "{\"ordersPerSecond\":201}").statusCode())
                .isEqualTo(400);
        assertThat(demo.payment.isOn("payment-hangs")).isFalse();
    }

    private String placed(String customer, String product) throws Exception {
        return Json.mapper()
                .readTree(demo.place(customer, product, "XTS").body())
                .path("orderId")
                .asText();
    }

    private long captures(String orderId) throws Exception {
        return demo.number("payments", "SELECT count(*) FROM captures WHERE order_id = ?", orderId);
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> letterOf(String orderId) {
        List<ConsumerRecord<byte[], byte[]>> letters = ORDERS.deadLetters();
        return letters.stream()
                .filter(
                        letter ->
                                HeaderValue.text(letter.headers(), "order-id")
                                        .filter(orderId::equals)
                                        .isPresent())
                .findFirst();
    }
}
