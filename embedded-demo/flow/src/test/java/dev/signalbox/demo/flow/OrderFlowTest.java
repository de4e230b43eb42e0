package dev.signalbox.demo.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.services.backend.Demo;
import dev.signalbox.demo.services.backend.TestTopic;
import dev.signalbox.demo.services.http.Peer;
import dev.signalbox.demo.services.json.Json;
import dev.signalbox.demo.services.kafka.HeaderValue;
import dev.signalbox.demo.services.transaction.Ending;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Orders through all four services, with the broker, the coordinator and the databases they really run
/// on.
class OrderFlowTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final TestTopic ORDERS = TestTopic.named("orders");
    private final Demo demo = Demo.shared();

    @BeforeEach
    @AfterEach
    void calmDown() throws Exception {
        demo.calmDown();
    }

    @Test
    void anOrderGoesThroughAllFourServices() throws Exception {
        String orderId = placed(demo.place("C-0001", "P-0001", "USD"));

        demo.awaitCompleted(orderId);
        await().atMost(PATIENCE)
                .until(
                        () ->
                                demo.number(
                                                "recommendations",
                                                "SELECT count(*) FROM recommendations WHERE"
                                                        + " order_id = ?",
                                                orderId)
                                        == 1);
        assertThat(demo.rows("payments", "SELECT rate FROM captures WHERE order_id = ?", orderId))
                .containsExactly("0.920000");
        assertThat(demo.rows("stock", "SELECT parcel FROM shipments WHERE order_id = ?", orderId))
                .containsExactly("PARCEL-" + orderId);
    }

    @Test
    void anOrdersMessageCarriesWhatAnOperatorLooksFor() throws Exception {
        JsonNode answer = Json.mapper().readTree(demo.place("C-0002", "P-0002", "EUR").body());
        String orderId = answer.path("orderId").asText();
        demo.awaitCompleted(orderId);

        ConsumerRecord<byte[], byte[]> message = messageOf(orderId);
        assertThat(message.key()).isEqualTo(orderId.getBytes(UTF_8));
        assertThat(HeaderValue.text(message.headers(), "order-id")).contains(orderId);
        assertThat(HeaderValue.text(message.headers(), "xid"))
                .contains(answer.path("xid").asText());
        assertThat(HeaderValue.text(message.headers(), "content-type"))
                .contains("application/json");
        assertThat(HeaderValue.text(message.headers(), "message-id"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(36));
        JsonNode body = Json.mapper().readTree(message.value());
        assertThat(body.path("customer").asText()).isEqualTo("C-0002");
        assertThat(body.path("currency").asText()).isEqualTo("EUR");
        assertThat(body.path("lines").get(0).path("product").asText()).isEqualTo("P-0002");
        assertThat(body.path("occurredAt").asText()).endsWith("Z");
    }

    @Test
    void anOrderThatTheStockServiceRefusesLeavesNoTrace() throws Exception {
        List<String> before = demo.books();

        HttpResponse<String> answer = demo.place("C-0003", "P-9999", "EUR");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("not 2 of P-9999");
        demo.awaitBooks(before);
    }

    @Test
    void anOrderThatThePaymentServiceRefusesLeavesNoTraceAndIsNeverPublished() throws Exception {
        List<String> before = demo.books();
        int published = ORDERS.messages().size();

        HttpResponse<String> answer = demo.place("C-0004", "P-0004", "JPY");

        assertThat(answer.body()).contains("no account C-0004/JPY");
        demo.awaitBooks(before);
        // An order after it that is published shows that the relay has been by
        demo.awaitCompleted(placed(demo.place("C-0004", "P-0004", "EUR")));
        assertThat(ORDERS.messages()).hasSize(published + 1);
    }

    @Test
    void aHungPaymentRolledBackFromOutsideLeavesNoTraceAndIsNeverPublished() throws Exception {
        List<String> before = demo.books();
        long failed = demo.order.counter("failed");
        int published = ORDERS.messages().size();
        CompletableFuture<HttpResponse<String>> hung = hang("C-0005", "P-0005");
        String xid = xidOfHung();
        assertThat(demo.undoLogs()).hasSize(3);
        assertThat(demo.operator().ending(xid)).isEqualTo(Ending.OPEN);

        assertThat(demo.operator().rollBack(xid)).isEqualTo(Ending.ROLLED_BACK);

        await().atMost(PATIENCE).until(hung::isDone);
        assertThat(hung.get().statusCode()).isEqualTo(409);
        demo.awaitBooks(before);
        assertThat(demo.order.counter("failed")).isEqualTo(failed + 1);
        await().atMost(PATIENCE).until(() -> demo.payment.counter("hung") == 0);
        // The same customer and product are free again
        demo.awaitCompleted(placed(demo.place("C-0005", "P-0005", "EUR")));
        assertThat(ORDERS.messages()).hasSize(published + 1);
    }

    @Test
    void aHungPaymentCommittedFromOutsideIsAnOrderThatGoesOn() throws Exception {
        CompletableFuture<HttpResponse<String>> hung = hang("C-0006", "P-0006");

        assertThat(demo.operator().commit(xidOfHung())).isEqualTo(Ending.COMMITTED);

        await().atMost(PATIENCE).until(hung::isDone);
        demo.awaitCompleted(placed(hung.get()));
    }

    @Test
    void whileAPaymentHangsOtherOrdersGoOnAndThoseThatNeedItsRowsFailSoon() throws Exception {
        CompletableFuture<HttpResponse<String>> hung = hang("C-0007", "P-0007");
        String xid = xidOfHung();

        demo.awaitCompleted(placed(demo.place("C-0008", "P-0008", "EUR")));
        assertThat(demo.place("C-0009", "P-0007", "EUR").statusCode()).isEqualTo(409);
        assertThat(demo.place("C-0007", "P-0009", "EUR").statusCode()).isEqualTo(409);
        // So they have not waited for it
        assertThat(hung).isNotDone();
        assertThat(demo.payment.counter("hung")).isEqualTo(1);

        demo.operator().rollBack(xid);
        await().atMost(PATIENCE).until(hung::isDone);
    }

    @Test
    void aBranchOfNoTransactionOrOfOneThatHasEndedIsRefusedAndWritesNothing() throws Exception {
        List<String> before = demo.books();
        String body =
                """
                {"orderId":"O-1","customer":"C-0010","amount":9.98,"currency":"EUR"}
                """;
        String ended = demo.operator().begin("test", Duration.ofMinutes(1));
        demo.operator().rollBack(ended);

        assertThat(demo.payment.send("POST", "/authorisations", body).statusCode()).isEqualTo(400);
        Peer peer = demo.payment.asPeer();
        assertThat(
                        peer.post("/authorisations", Json.mapper().readTree(body), ended)
                                .get()
                                .statusCode())
                .isEqualTo(409);

        demo.awaitBooks(before);
    }

    private CompletableFuture<HttpResponse<String>> hang(String customer, String product)
            throws IOException, InterruptedException {
        demo.payment.switchOn("payment-hangs", 1);
        long hangs = demo.payment.counter("hangs");
        CompletableFuture<HttpResponse<String>> hung = demo.placing(customer, product);
        await().atMost(PATIENCE).until(() -> demo.payment.counter("hangs") == hangs + 1);
        assertThat(demo.payment.isOn("payment-hangs")).isFalse();
        return hung;
    }

    /// The one transaction that can still be undone: fences against late branches of others are rows of
    /// another status.
    private String xidOfHung() throws SQLException {
        List<String> open = demo.rows("payments", "SELECT xid FROM undo_log WHERE log_status = 0");
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private static String placed(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).path("orderId").asText();
    }

    private static ConsumerRecord<byte[], byte[]> messageOf(String orderId) {
        return ORDERS.messages().stream()
                .filter(
                        message ->
                                HeaderValue.text(message.headers(), "order-id")
                                        .filter(orderId::equals)
                                        .isPresent())
                .findFirst()
                .orElseThrow();
    }
}
