package dev.signalbox.kafka;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A console that replays a dead-letter topic, to be killed: each start goes on where the one before was cut off.
///
/// Prints `sending` before each batch; can be told to die at an exact place.
final class ReplayChild {
    static final int BATCH = 100;

    /// Batches in a transaction.
    private static final int TOGETHER = 3;

    private ReplayChild() {}

    /// @param args address of the broker, dead-letter topic, file of the ledger, place to die (`nowhere`,
    ///     `before-transaction` or `before-note`), how many batches before that
    public static void main(String[] args) throws Exception {
        String deadLetters = args[1];
        FileLedger ledger = FileLedger.open(Path.of(args[2]));
        KafkaConnector connector =
                new KafkaConnector(
                        KafkaSettings.of(KafkaFixture.patient(args[0])),
                        Clock.systemUTC(),
                        new Cluster.Batch(BATCH, 10_000_000, TOGETHER),
                        Duration.ofMillis(200));
        for (FileLedger.Doubt doubt : ledger.doubts()) {
            List<Range> sent =
                    connector
                            .settle(doubt.actionId(), deadLetters, doubt.letters(), doubt.since())
                            .orElseThrow();
            ledger.settle(doubt, sent);
        }
        Plan all = connector.plan(replay(deadLetters, new MessageSelection.All()));
        List<Range> rest = LetterRanges.without(frozen(all), ledger.sent());
        Plan plan = connector.plan(replay(deadLetters, new MessageSelection.Ranges(rest)));
        Outcome outcome =
                connector.execute(
                        plan, new Mortal(ledger.execution(), args[3], Integer.parseInt(args[4])));
        System.out.println(outcome.result());
        connector.close();
    }

    private static ReplayDeadLetters replay(String topic, MessageSelection selection) {
        return new ReplayDeadLetters(topic, selection, Optional.empty(), false);
    }

    private static List<Range> frozen(Plan plan) {
        if (plan.action() instanceof ReplayDeadLetters replay
                && replay.selection() instanceof MessageSelection.Ranges(List<Range> ranges)) {
            return ranges;
        }
        throw new IllegalStateException("not frozen: " + plan.action());
    }

    /// Dies where it is told to.
    private static final class Mortal implements Execution {
        private final Execution inner;
        private final String place;
        private int left;

        Mortal(Execution inner, String place, int batches) {
            this.inner = inner;
            this.place = place;
            this.left = batches;
        }

        @Override
        public UUID actionId() {
            return inner.actionId();
        }

        @Override
        public void progress(long done, long total) {
            inner.progress(done, total);
        }

        @Override
        public void backUp(List<Message> messages) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sending(List<Range> letters) throws ConnectorException {
            System.out.println("sending");
            inner.sending(letters);
            dieAt("before-transaction");
        }

        @Override
        public void sent(List<Range> letters) throws ConnectorException {
            dieAt("before-note");
            inner.sent(letters);
        }

        @Override
        public void notSent(List<Range> letters) throws ConnectorException {
            inner.notSent(letters);
        }

        private void dieAt(String here) {
            if (place.equals(here) && left-- == 0) {
                Runtime.getRuntime().halt(9);
            }
        }
    }
}
