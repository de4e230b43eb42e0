package dev.signalbox.demo.services.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.demo.part.TestPorts;
import dev.signalbox.demo.services.config.ServiceConfig;
import dev.signalbox.demo.services.transaction.Coordinator;
import dev.signalbox.demo.services.transaction.CoordinatorException;
import dev.signalbox.demo.services.transaction.Ending;
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
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;

/// All four services on the shared backend, and an operator who looks at the databases and ends
/// transactions from outside. No orders are placed but those that a test places.
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TOKEN = "top-secret";

    private final Backend backend = Backend.shared();
    private final int paymentPort = TestPorts.free();
    private final int stockPort = TestPorts.free();
    public final ServiceUnderTest order;
    public final ServiceUnderTest payment;
    public final ServiceUnderTest stock;
    public final ServiceUnderTest recommendation;
    private final Seata operator;
    private final Backlog backlog = new Backlog();

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

    /// The undo logs in all three databases: one for each branch that may still be undone. (Those of
    /// another status undo nothing; they keep out branches that come too late, and stay.)
    public List<String> undoLogs() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String database : List.of("orders", "payments", "stock")) {
            all.addAll(
                    rows(
                            database,
                            "SELECT xid, branch_id, log_created FROM undo_log WHERE log_status ="
                                    + " 0"));
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

    /// Ends what a test has begun: no customer comes any more, no incident is on, and nothing is under
    /// way. Every test that needs to know what comes next begins with it.
    public void calmDown() throws IOException, InterruptedException {
        traffic(0);
        order.switchIncident("poison-messages", false);
        payment.switchIncident("poison-messages", false);
        payment.switchIncident("payment-hangs", false);
        recommendation.switchIncident("slow-consumer", false);
        rollBackWhatIsOpen();
        awaitQuiet();
    }

    /// Rolls back, again and again until there are none, the transactions that nobody is going to end.
    public void rollBackWhatIsOpen() {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(CoordinatorException.class)
                .until(
                        () -> {
                            boolean open = false;
                            for (String xid : rows("orders", "SELECT xid FROM undo_log")) {
                                if (operator.ending(xid) == Ending.OPEN) {
                                    open = true;
                                    operator.rollBack(xid);
                                }
                            }
                            return !open;
                        });
    }

    /// Waits until nothing is under way: no order is being placed, no transaction is open or to be
    /// cleaned up, every event is published and every message dealt with, retries included.
    public void awaitQuiet() {
        await().atMost(PATIENCE).until(this::isQuiet);
    }

    /// These are looked at one after the other, and an order may meanwhile go from one that is to be
    /// looked at to one that has been. It cannot do so between the two looks without a new message.
    private boolean isQuiet()
            throws SQLException, IOException, ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = backlog.ends();
        for (int look = 1; look <= 2; look++) {
            if (!nothingIsUnderWay(ends)) {
                return false;
            }
        }
        return backlog.ends().equals(ends);
    }

    private boolean nothingIsUnderWay(Map<TopicPartition, Long> ends)
            throws SQLException, IOException, ExecutionException, InterruptedException {
        return order.counter("customers") == 0
                && undoLogs().isEmpty()
                && unpublished() == 0
                && backlog.ofAll(ends) == 0;
    }

    /// What the services have yet to consume.
    public Backlog backlog() {
        return backlog;
    }

    /// Waits until the books are as they were and nothing is left to be undone.
    public void awaitBooks(List<String> before) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(books()).isEqualTo(before);
                            assertThat(undoLogs()).isEmpty();
                        });
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
        backlog.close();
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
                null,
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
