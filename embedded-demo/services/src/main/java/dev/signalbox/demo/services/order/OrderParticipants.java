package dev.signalbox.demo.services.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.demo.services.broker.Topics;
import dev.signalbox.demo.services.event.OrderCreated;
import dev.signalbox.demo.services.http.Peer;
import dev.signalbox.demo.services.json.Json;
import dev.signalbox.demo.services.lifecycle.Stop;
import dev.signalbox.demo.services.outbox.Outbox;
import dev.signalbox.demo.services.outbox.OutboxEvent;
import dev.signalbox.demo.services.transaction.Branch;
import dev.signalbox.demo.services.transaction.Coordinator;
import dev.signalbox.demo.services.transaction.CoordinatorException;
import dev.signalbox.demo.services.transaction.Ending;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The three branches as they really are: one in this service's database, two over HTTP.
final class OrderParticipants implements Participants {

    /// After so long without an answer the coordinator is asked whether waiting still makes sense.
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final String ENDED = "the transaction was ended by somebody else";

    private final Branch branch;
    private final Peer stock;
    private final Peer payment;
    private final Coordinator coordinator;
    private final Stop stop;

    OrderParticipants(Branch branch, Peer stock, Peer payment, Coordinator coordinator, Stop stop) {
        this.branch = branch;
        this.stock = stock;
        this.payment = payment;
        this.coordinator = coordinator;
        this.stop = stop;
    }

    @Override
    public void record(OrderCreated order, String xid) throws OrderRefusedException {
        OutboxEvent event = OutboxEvent.inGlobalTransaction(Topics.ORDERS, order, xid);
        try {
            branch.write(
                    xid,
                    connection -> {
                        OrderBook.insert(connection, order, xid);
                        Outbox.write(connection, event);
                    });
        } catch (SQLException e) {
            throw new OrderRefusedException("order not written: " + e.getMessage(), e);
        }
    }

    @Override
    public void reserve(OrderCreated order, String xid)
            throws OrderRefusedException, InterruptedException {
        await("stock", stock.post("/reservations", order, xid), xid);
    }

    @Override
    public void authorise(OrderCreated order, String xid)
            throws OrderRefusedException, InterruptedException {
        await("payment", payment.post("/authorisations", order, xid), xid);
    }

    /// Waits for the answer as long as the transaction is open. There is no other limit: a service that
    /// hangs holds its order up to the transaction's time-out, unless an operator ends it before.
    private void await(String peer, CompletableFuture<HttpResponse<String>> call, String xid)
            throws OrderRefusedException, InterruptedException {
        try {
            while (true) {
                try {
                    check(peer, call.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
                    return;
                } catch (TimeoutException e) {
                    if (stop.isWished() || hasEnded(xid)) {
                        throw new OrderRefusedException(
                                peer + " has not answered: " + (stop.isWished() ? "stop" : ENDED));
                    }
                }
            }
        } catch (ExecutionException e) {
            throw new OrderRefusedException(peer + " not reachable: " + e.getCause(), e);
        } finally {
            // Drops the connection of a call that is not waited for any more
            call.cancel(true);
        }
    }

    private boolean hasEnded(String xid) {
        try {
            return coordinator.ending(xid) != Ending.OPEN;
        } catch (CoordinatorException e) {
            return false;
        }
    }

    private static void check(String peer, HttpResponse<String> answer)
            throws OrderRefusedException {
        if (answer.statusCode() != 200) {
            throw new OrderRefusedException(
                    peer + " answers " + answer.statusCode() + ": " + reason(answer.body()));
        }
    }

    private static String reason(String body) {
        try {
            return Json.mapper().readTree(body).path("reason").asText(body);
        } catch (JsonProcessingException e) {
            return body;
        }
    }
}
