package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node that dies in the middle, and comes back.
class RestartTest {
    private static final int LETTERS = 30;
    private static final int BATCH = 10;

    @TempDir private Path folder = Path.of("");

    @Test
    void aNodeThatDiesInAReplayAndInARestoreIsWaitedFor() throws Exception {
        RabbitNode node = RabbitNode.second();
        long doubtful;
        try (RabbitFixture rabbit = new RabbitFixture(node);
                Connector connector = connect(rabbit)) {
            makeLetters(rabbit);
            node.keepDeclared();
            connector.poll();
            Plan plan =
                    connector.plan(
                            new Action.ReplayDeadLetters(
                                    "dead", new MessageSelection.All(), Optional.empty(), false));
            Killing execution = new Killing(node, connector);

            Outcome outcome = connector.execute(plan, execution);

            execution.back.get(60, TimeUnit.SECONDS);
            doubtful = execution.inDoubt();
            assertThat(execution.told).extracting(Problem::kind).contains(ProblemKind.UNREACHABLE);
            assertThat(execution.polled).isEqualTo(ProblemKind.UNREACHABLE);
            // Whether a batch was confirmed before the node died is the node's affair.
            assertThat(doubtful).isLessThanOrEqualTo(2L * BATCH);
            assertThat(outcome.result())
                    .describedAs(outcome.toString())
                    .isEqualTo(doubtful == 0 ? Result.SUCCEEDED : Result.PARTIAL);
            assertThat(outcome.done())
                    .describedAs(outcome.toString())
                    .isEqualTo(LETTERS - doubtful);
            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(() -> assertThat(connector.poll().gaps()).isEmpty());
        }
        assertNothingIsLost(node, doubtful);
        assertARestoreWaits(node);
    }

    /// To another queue, where what lies there tells nothing: an import is the same.
    private void assertARestoreWaits(RabbitNode node) throws Exception {
        try (RabbitFixture rabbit = new RabbitFixture(node);
                Connector connector = connect(rabbit)) {
            rabbit.exactQueue("back", "classic", Map.of());
            node.keepDeclared();
            connector.poll();
            Plan plan = connector.plan(new Action.RestoreBackup(backup(), Optional.of("back")));
            Killing execution = new Killing(node, connector);

            Outcome outcome = connector.execute(plan, execution);

            execution.back.get(60, TimeUnit.SECONDS);
            assertThat(outcome.result())
                    .describedAs(outcome.toString())
                    .isEqualTo(Result.SUCCEEDED);
            assertThat(outcome.done()).isEqualTo(LETTERS);
            assertThat(execution.told).extracting(Problem::kind).contains(ProblemKind.UNREACHABLE);
        }
        try (RabbitFixture rabbit = new RabbitFixture(node)) {
            Map<String, Integer> found = found(rabbit, "back");
            assertThat(found.keySet()).isEqualTo(all());
            assertThat(found.values().stream().filter(times -> times > 1).count())
                    .isLessThanOrEqualTo(BATCH);
        }
    }

    private Backup backup() throws Exception {
        try (BackupWriter writer =
                new BackupStore(folder)
                        .begin(UUID.randomUUID(), "test", "", "dead", Instant.now(), 0)) {
            writer.write(
                    IntStream.range(0, LETTERS)
                            .mapToObj(
                                    i ->
                                            new Message(
                                                    new MessageId("dead", 0, i),
                                                    Instant.EPOCH,
                                                    TimestampType.CREATE_TIME,
                                                    null,
                                                    Bytes.utf8(Integer.toString(i)),
                                                    List.of()))
                            .toList());
            return writer.seal();
        }
    }

    private static Connector connect(RabbitFixture rabbit) throws ConnectorException {
        return new RabbitConnector(
                Server.of(
                        RabbitSettings.of(rabbit.profile().settings()),
                        Clock.systemUTC(),
                        new Server.Batch(BATCH, 1_000_000)));
    }

    private static void kill(RabbitNode node) {
        try {
            node.kill();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Letters as Spring's republisher makes them, confirmed: what the server dead-letters by itself it may keep in memory
    /// for a while, and would lose here on its own.
    private static void makeLetters(RabbitFixture rabbit) throws Exception {
        rabbit.exactQueue("dead", "classic", Map.of());
        rabbit.exactQueue("orders", "classic", Map.of());
        for (int i = 0; i < LETTERS; i++) {
            rabbit.send(
                    "",
                    "dead",
                    new BasicProperties.Builder()
                            .deliveryMode(2)
                            .headers(
                                    Map.of(
                                            "x-original-exchange",
                                            "",
                                            "x-original-routingKey",
                                            "orders"))
                            .build(),
                    Integer.toString(i).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void assertNothingIsLost(RabbitNode node, long doubtful) throws Exception {
        try (RabbitFixture rabbit = new RabbitFixture(node)) {
            Map<String, Integer> arrived = found(rabbit, "orders");
            Map<String, Integer> stayed = found(rabbit, "dead");
            // None was sent twice, and those in doubt stayed for the operator to decide.
            assertThat(arrived.values()).containsOnly(1);
            assertThat(stayed.size()).isGreaterThanOrEqualTo((int) doubtful);
            Set<String> both = new TreeSet<>(arrived.keySet());
            both.addAll(stayed.keySet());
            assertThat(both).isEqualTo(all());
        }
    }

    private static Set<String> all() {
        return IntStream.range(0, LETTERS).mapToObj(Integer::toString).collect(Collectors.toSet());
    }

    /// How often each message is in these queues, which are empty afterwards.
    private static Map<String, Integer> found(RabbitFixture rabbit, String... queues)
            throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        for (String queue : queues) {
            GetResponse got = rabbit.channel().basicGet(queue, true);
            while (got != null) {
                found.merge(new String(got.getBody(), StandardCharsets.UTF_8), 1, Integer::sum);
                got = rabbit.channel().basicGet(queue, true);
            }
        }
        return found;
    }

    /// Kills the node after the first batch, or while the second is being sent, and starts it again once the operator was
    /// told.
    private static final class Killing implements Execution {
        private final UUID actionId = UUID.randomUUID();
        private final List<Problem> told = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> back = new CompletableFuture<>();
        private final List<Range> open = new ArrayList<>();
        private final RabbitNode node;
        private final Connector connector;
        private @Nullable ProblemKind polled;
        private int batches;
        private boolean killed;

        Killing(RabbitNode node, Connector connector) {
            this.node = node;
            this.connector = connector;
        }

        long inDoubt() {
            return LetterRanges.count(open);
        }

        @Override
        public UUID actionId() {
            return actionId;
        }

        @Override
        public void progress(long done, long total) {
            if (batches == 0 && done == BATCH) {
                killOnce();
            }
        }

        private void killOnce() {
            if (!killed) {
                killed = true;
                kill(node);
            }
        }

        @Override
        public void waiting(Problem why) {
            boolean first = told.stream().noneMatch(it -> it.kind() == ProblemKind.UNREACHABLE);
            told.add(why);
            if (first && why.kind() == ProblemKind.UNREACHABLE) {
                polled = problemOfAPoll();
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    node.start();
                                    back.complete(null);
                                });
            }
        }

        private @Nullable ProblemKind problemOfAPoll() {
            try {
                connector.poll();
                return null;
            } catch (ConnectorException e) {
                return e.problem().kind();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void backUp(List<Message> messages) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sending(List<Range> letters) {
            open.addAll(letters);
            batches++;
            if (batches == 2) {
                killOnce();
            }
        }

        @Override
        public void sent(List<Range> letters) {
            settle(letters);
        }

        @Override
        public void notSent(List<Range> letters) {
            settle(letters);
        }

        private void settle(List<Range> letters) {
            List<Range> rest = LetterRanges.without(open, letters);
            open.clear();
            open.addAll(rest);
        }
    }
}
