package dev.signalbox.demo.supervisor;

import static dev.signalbox.demo.supervisor.RunningSupervisor.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.signalbox.demo.part.TestPorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The whole backend on a RabbitMQ node of its own. One demo for all that is to be seen of it, in which
/// nobody places orders but the tests; the last one ends it.
@TestMethodOrder(OrderAnnotation.class)
class RabbitWalkTest {
    @TempDir static Path place;

    private static RunningSupervisor demo;
    private static Shop shop;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningSupervisor.start(place, "--broker", "rabbitmq", "--orders-per-second", "0");
        shop = new Shop(demo);
        demo.awaitUp();
        for (String name : List.of("poison-messages", "payment-hangs", "slow-consumer")) {
            String event = "{\"event\":\"incident\",\"name\":\"" + name + "\",\"on\":true}";
            await().until(() -> demo.has(event));
        }
    }

    @AfterAll
    static void end() throws IOException {
        demo.close();
    }

    @Test
    @Order(1)
    void itTalksToThisMachineOnly() throws Exception {
        assertThat(demo.ports()).hasSize(14);
        for (int port : demo.ports()) {
            assertThat(TestPorts.listens(port)).as("port %s", port).isTrue();
            // Erlang's port mapper also listens on the loopback address of IPv6.
            assertThat(TestPorts.listensElsewhere(port))
                    .as("port %s", port)
                    .allMatch(address -> address.startsWith("0:0:0:0:0:0:0:1"));
        }
    }

    @Test
    @Order(2)
    void anOrderGoesThroughAllFourServices() throws Exception {
        shop.incident("payment-hangs", false);
        shop.incident("slow-consumer", false);
        shop.incident("poison-messages", false);

        String orderId = shop.placed("C-0001", "P-0001", "USD");

        shop.awaitOne("orders", "SELECT count(*) FROM completions WHERE order_id = ?", orderId);
        shop.awaitOne(
                "recommendations",
                "SELECT count(*) FROM recommendations WHERE order_id = ?",
                orderId);
    }

    /// The letter is in its queue as the node itself put it there, and a replay of it by hand goes through.
    @Test
    @Order(3)
    void aPoisonLetterIsDeadLetteredByTheNodeAndCanBeReplayed() throws Exception {
        shop.incident("poison-messages", true);
        String orderId = shop.placed("C-0002", "P-0002", "XTS");
        try (Connection connection = shop.connect();
                Channel channel = connection.createChannel()) {
            await().until(() -> channel.messageCount("orders.dlq") == 1);
            GetResponse letter = channel.basicGet("orders.dlq", false);
            Map<String, Object> headers = letter.getProps().getHeaders();
            assertThat(headers.get("order-id")).hasToString(orderId);
            assertThat(headers).containsKeys("message-id", "xid");
            assertThat((List<?>) headers.get("x-death"))
                    .singleElement()
                    .satisfies(
                            death -> {
                                Map<?, ?> first = (Map<?, ?>) death;
                                assertThat(first.get("reason")).hasToString("rejected");
                                assertThat(first.get("queue")).hasToString("orders");
                                assertThat(first.get("exchange")).hasToString("shop");
                                assertThat(first.get("routing-keys")).hasToString("[orders]");
                            });
            assertThat(
                            shop.number(
                                    "payments",
                                    "SELECT count(*) FROM captures WHERE order_id = ?",
                                    orderId))
                    .isZero();

            shop.incident("poison-messages", false);
            channel.confirmSelect();
            channel.basicPublish("shop", "orders", true, letter.getProps(), letter.getBody());
            channel.waitForConfirmsOrDie(60_000);
            channel.basicAck(letter.getEnvelope().getDeliveryTag(), false);
        }
        shop.awaitOne("orders", "SELECT count(*) FROM completions WHERE order_id = ?", orderId);
    }

    /// A consumer that gives an order back each time it gets it, as one does that dies of it.
    @Test
    @Order(4)
    void anOrderThatIsGivenBackTooOftenDiesOfTheDeliveryLimit() throws Exception {
        try (Connection connection = shop.connect();
                Channel channel = connection.createChannel()) {
            AtomicInteger deliveries = new AtomicInteger();
            // Before the payment service's own consumer.
            String consumer =
                    channel.basicConsume(
                            "orders",
                            false,
                            Map.of("x-priority", 10),
                            (_, delivery) -> {
                                deliveries.incrementAndGet();
                                channel.basicReject(delivery.getEnvelope().getDeliveryTag(), true);
                            },
                            _ -> {});
            String orderId = shop.placed("C-0006", "P-0006", "EUR");
            await().until(() -> shop.messages("orders.dlq") == 1);
            channel.basicCancel(consumer);

            // The first one, and as many again as the queue allows.
            assertThat(deliveries.get()).isBetween(20, 22);
            GetResponse letter = channel.basicGet("orders.dlq", true);
            assertThat(letter.getProps().getHeaders().get("order-id")).hasToString(orderId);
            assertThat((List<?>) letter.getProps().getHeaders().get("x-death"))
                    .singleElement()
                    .satisfies(
                            death -> {
                                Map<?, ?> first = (Map<?, ?>) death;
                                assertThat(first.get("reason")).hasToString("delivery_limit");
                                assertThat(first.get("queue")).hasToString("orders");
                            });
        }
    }

    /// The queue's `max-length` with `reject-publish`: who publishes waits, and nothing is lost.
    @Test
    @Order(5)
    void aFullQueueRefusesAndItsProducerWaitsUntilThereIsRoom() throws Exception {
        shop.incident("slow-consumer", true);
        try (Connection connection = shop.connect();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            int batches = 0;
            do {
                assertThat(++batches).as("batches that a bounded queue takes").isLessThan(60);
                for (int i = 0; i < 500; i++) {
                    channel.basicPublish("shop", "recommendations", null, new byte[] {'x'});
                }
            } while (channel.waitForConfirms(60_000));

            String orderId = shop.placed("C-0007", "P-0007", "EUR");
            shop.awaitOne("orders", "SELECT count(*) FROM completions WHERE order_id = ?", orderId);
            await().until(() -> shop.counter("order", "waiting") == 1);
            assertThat(
                            shop.number(
                                    "recommendations",
                                    "SELECT count(*) FROM recommendations WHERE order_id = ?",
                                    orderId))
                    .isZero();

            shop.incident("slow-consumer", false);
            channel.queuePurge("recommendations");
            shop.awaitOne(
                    "recommendations",
                    "SELECT count(*) FROM recommendations WHERE order_id = ?",
                    orderId);
            await().until(() -> shop.counter("order", "waiting") == 0);
        }
    }

    /// Orders that are placed while the broker is away wait in the outbox.
    @Test
    @Order(6)
    void aNodeThatStopsAndStartsLosesAndDoublesNothing() throws Exception {
        int port = URI.create(demo.description().at("/rabbitmq/uri").asText()).getPort();
        List<String> orders = new ArrayList<>();
        orders.add(shop.placed("C-0003", "P-0003", "EUR"));

        shop.incident("broker-stopped", true);
        assertThat(TestPorts.listens(port)).isFalse();
        orders.add(shop.placed("C-0004", "P-0004", "EUR"));
        orders.add(shop.placed("C-0005", "P-0005", "EUR"));
        shop.incident("broker-stopped", false);

        for (String orderId : orders) {
            shop.awaitOne("orders", "SELECT count(*) FROM completions WHERE order_id = ?", orderId);
            shop.awaitOne(
                    "recommendations",
                    "SELECT count(*) FROM recommendations WHERE order_id = ?",
                    orderId);
        }
        // A purchase that were processed twice would count twice.
        assertThat(
                        shop.number(
                                "recommendations",
                                "SELECT sum(times) FROM purchases WHERE product = ?",
                                "P-0004"))
                .isEqualTo(1);
        assertThat(
                        shop.number(
                                "payments",
                                "SELECT count(*) FROM captures WHERE order_id = ?",
                                orders.getFirst()))
                .isEqualTo(1);
        await().until(() -> shop.messages("orders") + shop.messages("orders.dlq") == 0);
    }

    @Test
    @Order(7)
    void aKilledSupervisorLeavesNeitherNodeNorPortMapper() throws Exception {
        await().until(() -> demo.part("broker").path("state").asText().equals("UP"));
        demo.takeNote();

        demo.process().destroyForcibly();

        demo.awaitExit();
        demo.mustHaveLeftNothing();
    }
}
