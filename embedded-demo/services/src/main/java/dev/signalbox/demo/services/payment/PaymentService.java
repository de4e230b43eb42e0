package dev.signalbox.demo.services.payment;

import dev.signalbox.demo.services.broker.Topics;
import dev.signalbox.demo.services.config.ServiceConfig;
import dev.signalbox.demo.services.consumer.ConsumerCounters;
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
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// The payment service, put together.
final class PaymentService implements Service {

    private final Plumbing plumbing;
    private final Seata seata;
    private final Incident poison = new Incident("poison-messages");
    private final Incident hangs = new Incident("payment-hangs");
    private final BranchRequests branches;
    private final HangingCalls hanging;
    private final ConsumerCounters consumer;

    private PaymentService(Plumbing plumbing, Seata seata, Stop stop) {
        this.plumbing = plumbing;
        this.seata = seata;
        branches = new BranchRequests(new Branch(seata.proxy(plumbing.database().source())));
        hanging = new HangingCalls(hangs, seata, stop, Clock.systemUTC());
        consumer = plumbing.consume(Topics.ORDERS, new CapturePayment(new Rates(poison), poison));
        plumbing.relayOutbox();
        plumbing.sweepUndoLogs(seata);
    }

    static PaymentService open(ServiceConfig config, Stop stop) throws SQLException {
        Plumbing plumbing =
                Plumbing.open(
                        config,
                        stop,
                        "undo-log.sql",
                        "outbox.sql",
                        "processed-message.sql",
                        "payment.sql");
        return new PaymentService(plumbing, Seata.start(config.seata(), "payment"), stop);
    }

    @Override
    public Map<String, Long> counters() {
        Map<String, Long> all = plumbing.counters(consumer);
        all.put("hung", (long) hanging.hanging());
        all.put("hangs", hanging.hangs());
        return all;
    }

    @Override
    public List<Incident> incidents() {
        return List.of(poison, hangs);
    }

    @Override
    public void addRoutes(HttpApi api) {
        api.route("POST /authorisations", this::authorise);
    }

    private Reply authorise(Request request) throws RefusedException, InterruptedException {
        Authorisation authorisation = request.body(Authorisation.class);
        String xid =
                branches.write(
                        request,
                        connection -> {
                            if (!PaymentBook.authorise(connection, authorisation)) {
                                throw new RefusedException(
                                        422, "no account " + authorisation.account());
                            }
                        });
        if (hanging.hang(xid)) {
            return Reply.refused(504, "the payment provider has not answered");
        }
        return Reply.ok();
    }

    @Override
    public void close() {
        plumbing.close();
        seata.close();
    }
}
