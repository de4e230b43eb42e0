package dev.signalbox.demo.services.backend;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.part.TestPorts;
import dev.signalbox.demo.services.config.ServiceConfig;
import dev.signalbox.demo.services.transaction.Coordinator;
import dev.signalbox.demo.services.transaction.Seata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// All four services on the shared backend, and an operator who looks at the databases and ends
/// transactions from outside. No orders are placed but those that a test places.
public final class Demo {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TOKEN = "top-secret";

    private final Backend backend = Backend.shared();
    private final int paymentPort = TestPorts.free();
    private final int stockPort = TestPorts.free();
    public final ServiceUnderTest order;
    public final ServiceUnderTest payment;
    public final ServiceUnderTest stock;
    public final ServiceUnderTest recommendation;
    private final Seata operator;

    private Demo() throws IOException {
        backend.coordinator().awaitReady();
        payment = ServiceUnderTest.start(config("payment", paymentPort, "payments"));
        stock = ServiceUnderTest.start(config("stock", stockPort, "stock"));
        recommendation =
                ServiceUnderTest.start(
                        config("recommendation", TestPorts.free(), "recommendations"));
        order = ServiceUnderTest.start(config("order", TestPorts.free(), "orders"));
        operator = Seata.start(backend.seata(), "operator");
    }

    private static final class Holder {
        private static final Demo SHARED = start();

        private static Demo start() {
            try {
                Demo demo = new Demo();
                demo.all().forEach(ServiceUnderTest::awaitReady);
                demo.backend.closeFirst(demo::close);
                return demo;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The one of this JVM, started when it is first asked for.
    public static Demo shared() {
        return Holder.SHARED;
    }

    public Backend backend() {
        return backend;
    }

    /// Ends transactions from outside.
    public Coordinator operator() {
        return operator;
    }

    /// Places an order of two pieces and waits for the answer.
    public HttpResponse<String> place(String customer, String product, String currency)
            throws IOException, InterruptedException {
        return order.send("POST", "/orders", order(customer, product, currency));
    }

    /// Places an order and does not wait.
    public CompletableFuture<HttpResponse<String>> placing(String customer, String product) {
        return order.sendAsync("POST", "/orders", order(customer, product, "EUR"));
    }

    /// Sets the rate at which the simulated customers place orders.
    public void traffic(double ordersPerSecond) throws IOException, InterruptedException {
        JsonNode rate =
                order.succeed("PUT", "/traffic", "{\"ordersPerSecond\":" + ordersPerSecond + "}");
        if (rate.path("ordersPerSecond").asDouble() != ordersPerSecond) {
            throw new AssertionError("rate is " + rate);
        }
    }

    /// The rows of a query, each as one text.
    public List<String> rows(String database, String sql, Object... parameters)
            throws SQLException {
        try (Connection connection = backend.connect(database);
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                return texts(rows);
            }
        }
    }

    /// A single number.
    public long number(String database, String sql, Object... parameters) throws SQLException {
        return Long.parseLong(rows(database, sql, parameters).getFirst());
    }

    /// Every row of the tables that global transactions write, in all three databases.
    public List<String> books() throws SQLException {
        List<String> all = new ArrayList<>();
        all.addAll(rows("orders", "SELECT * FROM orders ORDER BY id"));
        all.addAll(rows("orders", "SELECT message_id FROM outbox ORDER BY message_id"));
        all.addAll(rows("payments", "SELECT * FROM authorisations ORDER BY order_id"));
        all.addAll(rows("payments", "SELECT * FROM accounts ORDER BY id"));
        all.addAll(rows("stock", "SELECT * FROM reservations ORDER BY id"));
        all.addAll(rows("stock", "SELECT * FROM products ORDER BY id"));
        return all;
    }

    /// The undo logs in all three databases: one for each branch that may still be undone.
    public List<String> undoLogs() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String database : List.of("orders", "payments", "stock")) {
            all.addAll(
                    rows(database, "SELECT xid, branch_id, log_status, log_created FROM undo_log"));
        }
        return all;
    }

    /// Waits until an order is complete.
    public void awaitCompleted(String orderId) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                number(
                                                "orders",
                                                "SELECT count(*) FROM completions WHERE order_id ="
                                                        + " ?",
                                                orderId)
                                        == 1);
    }

    /// Waits until every transaction is cleaned up and every event published.
    public void awaitQuiet() {
        await().atMost(PATIENCE).until(() -> undoLogs().isEmpty() && unpublished() == 0);
    }

    private long unpublished() throws SQLException {
        long sum = 0;
        for (String database : List.of("orders", "payments", "stock")) {
            sum += number(database, "SELECT count(*) FROM outbox WHERE published_at IS NULL");
        }
        return sum;
    }

    private void close() throws IOException {
        for (ServiceUnderTest service : all()) {
            service.close();
        }
        operator.close();
    }

    private List<ServiceUnderTest> all() {
        return List.of(order, payment, stock, recommendation);
    }

    private static String order(String customer, String product, String currency) {
        return """
        {"customer":"%s","wishes":[{"product":"%s","quantity":2}],"currency":"%s"}
        """
                .formatted(customer, product, currency);
    }

    private ServiceConfig config(String service, int port, String database) {
        Map<String, URI> peers =
                Map.of(
                        "payment", URI.create("http://127.0.0.1:" + paymentPort),
                        "stock", URI.create("http://127.0.0.1:" + stockPort));
        return new ServiceConfig(
                service,
                port,
                backend.kafka(),
                backend.seata(),
                backend.database(database),
                service.equals("order") ? peers : Map.of(),
                0,
                TOKEN);
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                values.add(String.valueOf(rows.getString(i)));
            }
            texts.add(String.join("|", values));
        }
        return texts;
    }
}
