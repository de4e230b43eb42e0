package dev.signalbox.demo.services.order;

import dev.signalbox.demo.services.broker.Topics;
import dev.signalbox.demo.services.config.ServiceConfig;
import dev.signalbox.demo.services.consumer.ConsumerCounters;
import dev.signalbox.demo.services.http.HttpApi;
import dev.signalbox.demo.services.http.Peer;
import dev.signalbox.demo.services.http.RefusedException;
import dev.signalbox.demo.services.http.Reply;
import dev.signalbox.demo.services.http.Request;
import dev.signalbox.demo.services.incident.Incident;
import dev.signalbox.demo.services.lifecycle.ServiceThreads;
import dev.signalbox.demo.services.lifecycle.Stop;
import dev.signalbox.demo.services.process.Plumbing;
import dev.signalbox.demo.services.process.Service;
import dev.signalbox.demo.services.transaction.Branch;
import dev.signalbox.demo.services.transaction.Seata;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The order service, put together.
final class OrderService implements Service {

    private static final Duration ORDERS_END_WITHIN = Duration.ofMillis(500);

    private final Plumbing plumbing;
    private final Seata seata;
    private final OrderCounters counters;
    private final ConsumerCounters consumer;
    private final Incident poison = new Incident("poison-messages");
    private final OrderDesk desk;
    private final Traffic traffic;
    private final ServiceThreads threads = new ServiceThreads();

    private OrderService(Plumbing plumbing, Seata seata, ServiceConfig config, Stop stop)
            throws SQLException {
        this.plumbing = plumbing;
        this.seata = seata;
        OrderBook book = new OrderBook(plumbing.database());
        counters = new OrderCounters(new EarlierOrders(book), book.completed());
        OrderParticipants participants =
                new OrderParticipants(
                        new Branch(seata.proxy(plumbing.database().source())),
                        Peer.at(config.peer("stock"), config.token()),
                        Peer.at(config.peer("payment"), config.token()),
                        seata,
                        stop);
        desk = new OrderDesk(new PlaceOrder(seata, participants, book, stop), counters);
        traffic =
                new Traffic(
                        desk::take, poison, new Rate(config.ordersPerSecond()), stop, new Random());
        consumer = plumbing.consume(Topics.STOCK, new CompleteOrder(counters));
        plumbing.relayOutbox();
        plumbing.sweepUndoLogs(seata);
        threads.start("traffic", traffic);
    }

    static OrderService open(ServiceConfig config, Stop stop) throws SQLException {
        Plumbing plumbing =
                Plumbing.open(
                        config,
                        stop,
                        "undo-log.sql",
                        "outbox.sql",
                        "processed-message.sql",
                        "order.sql");
        return new OrderService(plumbing, Seata.start(config.seata(), "order"), config, stop);
    }

    @Override
    public Map<String, Long> counters() {
        Map<String, Long> all = plumbing.counters(consumer);
        all.putAll(counters.read());
        all.put("customers", (long) traffic.underWay());
        return all;
    }

    @Override
    public List<Incident> incidents() {
        return List.of(poison);
    }

    @Override
    public void addRoutes(HttpApi api) {
        api.route("POST /orders", this::takeOrder);
        api.route("PUT /traffic", this::setRate);
    }

    private Reply takeOrder(Request request) throws RefusedException, InterruptedException {
        return switch (desk.take(request.body(NewOrder.class))) {
            case Placement.Placed placed -> Reply.ok(placed);
            case Placement.Failed failed -> Reply.refused(409, failed.reason());
            case Placement.Unknown unknown -> new Reply(503, unknown);
        };
    }

    private Reply setRate(Request request) throws RefusedException {
        traffic.set(request.body(Rate.class));
        return Reply.ok(traffic.rate());
    }

    @Override
    public void close() {
        threads.join(Duration.ofMillis(200));
        traffic.awaitPlaced(ORDERS_END_WITHIN);
        plumbing.close();
        seata.close();
    }
}
