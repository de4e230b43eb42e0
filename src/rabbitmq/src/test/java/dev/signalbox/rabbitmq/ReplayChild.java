package dev.signalbox.rabbitmq;

import dev.signalbox.core.ledger.Owner;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A console of its own that dies in a replay, as `kill -9` would have it: right after it has noted the fourth batch.
final class ReplayChild {
    static final int BATCH = 10;
    private static final int LAST = 4;

    private ReplayChild() {}

    /// @param args URI, management and Prometheus address, queue of the letters, file of the ledger
    public static void main(String[] args) throws Exception {
        RabbitSettings settings =
                RabbitSettings.of(
                        Map.of("uri", args[0], "management", args[1], "prometheus", args[2]));
        try (ReplayLedger ledger = ReplayLedger.open(Path.of(args[4]), Owner.current("this-host"));
                Connector connector =
                        new RabbitConnector(
                                Server.of(
                                        settings,
                                        Clock.systemUTC(),
                                        new Server.Batch(BATCH, 1_000_000)))) {
            Plan plan =
                    connector.plan(
                            new Action.ReplayDeadLetters(
                                    args[3], new MessageSelection.All(), Optional.empty(), false));
            connector.execute(plan, new DyingExecution(ledger, plan, args[3]));
        }
    }

    private static final class DyingExecution implements Execution {
        private final ReplayLedger ledger;
        private final Plan plan;
        private final String queue;
        private int batches;

        DyingExecution(ReplayLedger ledger, Plan plan, String queue) {
            this.ledger = ledger;
            this.plan = plan;
            this.queue = queue;
        }

        @Override
        public UUID actionId() {
            return plan.id();
        }

        @Override
        public void progress(long done, long total) {
            // Nobody watches.
        }

        @Override
        public void backUp(List<Message> messages) {
            throw new IllegalStateException("a replay keeps nothing");
        }

        @Override
        public void sending(List<Range> letters) throws ConnectorException {
            ledger.sending(plan.clusterId(), queue, letters, plan.id(), plan.madeAt(), false);
            if (++batches == LAST) {
                Runtime.getRuntime().halt(137);
            }
        }

        @Override
        public void sent(List<Range> letters) throws ConnectorException {
            ledger.sent(plan.clusterId(), queue, letters, plan.id());
        }

        @Override
        public void notSent(List<Range> letters) throws ConnectorException {
            ledger.notSent(plan.clusterId(), queue, letters, plan.id());
        }
    }
}
