package dev.signalbox.demo.supervisor;

import static dev.signalbox.demo.supervisor.RunningSupervisor.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import dev.signalbox.demo.part.TestPorts;
import dev.signalbox.demo.supervisor.control.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir static Path place;

    private static RunningSupervisor demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningSupervisor.start(place, "--broker", "rabbitmq", "--orders-per-second", "0");
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
        incident("payment-hangs", false);
        incident("slow-consumer", false);
        incident("poison-messages", false);

        String orderId = placed("C-0001", "P-0001", "USD");

        awaitOne("orders", "SELECT count(*) FROM completions WHERE order_id = ?", orderId);
        awaitOne(
                "recommendations",
                "SELECT count(*) FROM recommendations WHERE order_id = ?",
                orderId);
    }

    /// The letter is in its queue as the node itself put it there, and a replay of it by hand goes through.
    @Test
    @Order(3)
    void aPoisonLetterIsDeadLetteredByTheNodeAndCanBeReplayed() throws Exception {
        incident("poison-messages", true);
        String orderId = placed("C-0002", "P-0002", "XTS");
        try (Connection connection = connect();
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
                            number(
                                    "payments",
                                    "SELECT count(*) FROM captures WHERE order_id = ?",
                                    orderId))
                    .isZero();

            incident("poison-messages", false);
            channel.confirmSelect();
            channel.basicPublish("shop", "orders", true, letter.getProps(), letter.getBody());
            channel.waitForConfirmsOrDie(60_000);
            channel.basicAck(letter.getEnvelope().getDeliveryTag(), false);
        }
        awaitOne("orders", "SELECT count(*) FROM completions WHERE order_id = ?", orderId);
    }

    /// Orders that are placed while the broker is away wait in the outbox.
    @Test
    @Order(4)
    void aNodeThatStopsAndStartsLosesAndDoublesNothing() throws Exception {
        int port = URI.create(demo.description().at("/rabbitmq/uri").asText()).getPort();
        List<String> orders = new ArrayList<>();
        orders.add(placed("C-0003", "P-0003", "EUR"));

        incident("broker-stopped", true);
        assertThat(TestPorts.listens(port)).isFalse();
        orders.add(placed("C-0004", "P-0004", "EUR"));
        orders.add(placed("C-0005", "P-0005", "EUR"));
        incident("broker-stopped", false);

        for (String orderId : orders) {
            awaitOne("orders", "SELECT count(*) FROM completions WHERE order_id = ?", orderId);
            awaitOne(
                    "recommendations",
                    "SELECT count(*) FROM recommendations WHERE order_id = ?",
                    orderId);
        }
        // A purchase that were processed twice would count twice.
        assertThat(
                        number(
                                "recommendations",
                                "SELECT sum(times) FROM purchases WHERE product = ?",
                                "P-0004"))
                .isEqualTo(1);
        assertThat(
                        number(
                                "payments",
                                "SELECT count(*) FROM captures WHERE order_id = ?",
                                orders.getFirst()))
                .isEqualTo(1);
        await().until(() -> messages("orders") + messages("orders.dlq") == 0);
    }

    @Test
    @Order(5)
    void aKilledSupervisorLeavesNeitherNodeNorPortMapper() throws Exception {
        await().until(() -> demo.part("broker").path("state").asText().equals("UP"));
        demo.takeNote();

        demo.process().destroyForcibly();

        demo.awaitExit();
        demo.mustHaveLeftNothing();
    }

    /// Asks again where no answer came in time: to switch what is switched already does nothing.
    private static void incident(String name, boolean on) {
        await().ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () ->
                                demo.send("PUT", "/incidents/" + name, "{\"on\":" + on + "}")
                                                .statusCode()
                                        == 200);
    }

    /// Places an order of two pieces that the order service has to accept.
    private static String placed(String customer, String product, String currency)
            throws IOException, InterruptedException {
        JsonNode settings = demo.settings("order");
        URI uri = URI.create("http://127.0.0.1:" + settings.path("httpPort").asInt() + "/orders");
        String order =
                """
                {"customer":"%s","wishes":[{"product":"%s","quantity":2}],"currency":"%s"}
                """
                        .formatted(customer, product, currency);
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + settings.path("token").asText())
                        .POST(BodyPublishers.ofString(order, UTF_8))
                        .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).path("orderId").asText();
    }

    private static void awaitOne(String database, String sql, String orderId) {
        await().until(() -> number(database, sql, orderId) == 1);
    }

    private static long number(String database, String sql, String parameter)
            throws IOException, SQLException {
        JsonNode access = demo.description().path("databases").path(database);
        try (java.sql.Connection connection =
                        DriverManager.getConnection(
                                access.path("url").asText(),
                                access.path("user").asText(),
                                access.path("password").asText());
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (ResultSet rows = select.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getLong(1);
            }
        }
    }

    private static long messages(String queue) throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            return channel.messageCount(queue);
        }
    }

    private static Connection connect() throws Exception {
        JsonNode rabbit = demo.description().path("rabbitmq");
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(rabbit.path("uri").asText());
        factory.setUsername(rabbit.path("user").asText());
        factory.setPassword(rabbit.path("password").asText());
        return factory.newConnection("walk");
    }
}
