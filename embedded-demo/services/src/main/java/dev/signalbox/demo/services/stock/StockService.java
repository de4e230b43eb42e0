package dev.signalbox.demo.services.stock;

import dev.signalbox.demo.services.broker.Topics;
import dev.signalbox.demo.services.config.ServiceConfig;
import dev.signalbox.demo.services.consumer.ConsumerCounters;
import dev.signalbox.demo.services.event.OrderLine;
import dev.signalbox.demo.services.http.BranchRequests;
import dev.signalbox.demo.services.http.HttpApi;
import dev.signalbox.demo.services.http.RefusedException;
import dev.signalbox.demo.services.http.Reply;
import dev.signalbox.demo.services.http.Request;
import dev.signalbox.demo.services.incident.Incident;
import dev.signalbox.demo.services.lifecycle.Stop;
import dev.signalbox.demo.services.process.Plumbing;
import dev.signalbox.demo.services.process.Service;
import dev.signalbox.demo.services.transaction.Branch;
import dev.signalbox.demo.services.transaction.Seata;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// The stock service, put together.
final class StockService implements Service {

    private final Plumbing plumbing;
    private final Seata seata;
    private final BranchRequests branches;
    private final ConsumerCounters consumer;

    private StockService(Plumbing plumbing, Seata seata) {
        this.plumbing = plumbing;
        this.seata = seata;
        branches = new BranchRequests(new Branch(seata.proxy(plumbing.database().source())));
        consumer = plumbing.consume(Topics.PAYMENTS, new ShipOrder());
        plumbing.relayOutbox();
        plumbing.sweepUndoLogs(seata);
    }

    static StockService open(ServiceConfig config, Stop stop) throws SQLException {
        Plumbing plumbing =
                Plumbing.open(
                        config,
                        stop,
                        "undo-log.sql",
                        "outbox.sql",
                        "processed-message.sql",
                        "stock.sql");
        return new StockService(plumbing, Seata.start(config.seata(), "stock"));
    }

    @Override
    public Map<String, Long> counters() {
        return plumbing.counters(consumer);
    }

    @Override
    public List<Incident> incidents() {
        return List.of();
    }

    @Override
    public void addRoutes(HttpApi api) {
        api.route("POST /reservations", this::reserve);
    }

    private Reply reserve(Request request) throws RefusedException {
        Reservation reservation = request.body(Reservation.class);
        branches.write(
                request,
                connection -> {
                    for (OrderLine line : reservation.lines()) {
                        if (!StockBook.reserve(connection, reservation.orderId(), line)) {
                            throw new RefusedException(
                                    422, "not " + line.quantity() + " of " + line.product());
                        }
                    }
                });
        return Reply.ok();
    }

    @Override
    public void close() {
        plumbing.close();
        seata.close();
    }
}
