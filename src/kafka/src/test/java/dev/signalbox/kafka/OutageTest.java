package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Action.RestoreBackup;
import dev.signalbox.core.port.Draft;
import dev.signalbox.core.port.Execution;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The broker goes away in the middle of a replay and of a restore, and comes back.
class OutageTest {
    private static final int LETTERS = 1_500;
    private static final int BATCH = 100;

    /// Batches in a transaction.
    private static final int TOGETHER = 4;

    /// The second batch of the third transaction.
    private static final int STOP_AT = 2 * TOGETHER + 2;

    @TempDir private Path folder = Path.of("");

    @Test
    void aReplayAndARestoreWaitForTheBrokerAndSaySoAndFinishExactlyOnce() throws Exception {
        TestBroker broker = TestBroker.create("outage");
        broker.start();
        try {
            KafkaFixture kafka = new KafkaFixture(broker);
            String origin = kafka.topic("shop", 3, KafkaConnectorTest.KEPT);
            String deadLetters = kafka.exactTopic(origin + "-dlt", 3, KafkaConnectorTest.KEPT);
            putLetters(kafka, origin, deadLetters);
            KafkaConnector connector = impatientConnector(broker);
            String kept = kafka.topic("kept", 3, KafkaConnectorTest.KEPT);
            Halfway restoring = new Halfway();
            Plan restore = connector.plan(restore(kafka, deadLetters, kept));
            CompletableFuture<Outcome> restored = inBackground(connector, restore, restoring);
            restoring.reached.get(60, TimeUnit.SECONDS);
            Stopping execution = new Stopping(broker, restoring);

            Outcome outcome =
                    connector.execute(
                            connector.plan(
                                    new ReplayDeadLetters(
                                            deadLetters,
                                            new MessageSelection.All(),
                                            Optional.empty(),
                                            false)),
                            execution);

            execution.back.get(120, TimeUnit.SECONDS);
            assertThat(outcome.result())
                    .describedAs(outcome.toString())
                    .isEqualTo(Result.SUCCEEDED);
            assertThat(outcome.done()).isEqualTo(LETTERS);
            assertThat(numbers(kafka, origin))
                    .isEqualTo(IntStream.range(0, LETTERS).boxed().toList());
            Outcome back = restored.get(120, TimeUnit.SECONDS);
            assertThat(back.result()).describedAs(back.toString()).isEqualTo(Result.SUCCEEDED);
            assertThat(numbers(kafka, kept))
                    .isEqualTo(IntStream.range(0, LETTERS).boxed().toList());
            connector.close();
            kafka.close();
        } finally {
            broker.kill();
        }
    }

    private static void putLetters(KafkaFixture kafka, String origin, String deadLetters) {
        kafka.send(
                IntStream.range(0, LETTERS)
                        .mapToObj(
                                i ->
                                        SpringLetters.record(
                                                deadLetters, origin, i % 3, i, Draft.numbered(i)))
                        .toList());
    }

    private static boolean saysThatNobodyAnswers(List<Problem> told) {
        return told.stream().anyMatch(it -> it.kind() == ProblemKind.UNREACHABLE);
    }

    private RestoreBackup restore(KafkaFixture kafka, String from, String to) throws Exception {
        try (BackupWriter writer =
                new BackupStore(folder)
                        .begin(UUID.randomUUID(), "test", "", from, Instant.now(), 0)) {
            writer.write(kafka.readCommitted(from).stream().map(Records::message).toList());
            return new RestoreBackup(writer.seal(), Optional.of(to));
        }
    }

    private static CompletableFuture<Outcome> inBackground(
            KafkaConnector connector, Plan plan, Execution execution) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("restore")
                .start(
                        () -> {
                            try {
                                outcome.complete(connector.execute(plan, execution));
                            } catch (ConnectorException | InterruptedException e) {
                                outcome.completeExceptionally(e);
                            }
                        });
        return outcome;
    }

    private static List<Integer> numbers(KafkaFixture kafka, String topic) {
        return kafka.readCommitted(topic).stream()
                .map(Records::message)
                .map(message -> Draft.of(message).number())
                .sorted()
                .toList();
    }

    /// Its own tries are over before the broker is back.
    private static KafkaConnector impatientConnector(TestBroker broker) throws Exception {
        return new KafkaConnector(
                KafkaSettings.of(
                        Map.of(
                                "bootstrap.servers",
                                broker.address(),
                                "request.timeout.ms",
                                "1500",
                                "default.api.timeout.ms",
                                "2000")),
                Clock.systemUTC(),
                new Cluster.Batch(BATCH, 10_000_000, TOGETHER));
    }

    /// Stops the broker in the middle of a transaction, and starts it again when that was given up and both actions have
    /// said why they wait.
    private static final class Stopping implements Execution {
        private final UUID actionId = UUID.randomUUID();
        private final List<Problem> told = new CopyOnWriteArrayList<>();
        private final List<Range> aborted = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> back = new CompletableFuture<>();
        private final TestBroker broker;
        private final Halfway restoring;
        private int batches;

        Stopping(TestBroker broker, Halfway restoring) {
            this.broker = broker;
            this.restoring = restoring;
        }

        @Override
        public UUID actionId() {
            return actionId;
        }

        @Override
        public void progress(long done, long total) {
            // Nobody looks.
        }

        @Override
        public void sending(List<Range> letters) {
            batches++;
            if (batches == STOP_AT) {
                stop();
                restoring.goOn.countDown();
                Thread.ofVirtual().name("start-again").start(this::startAgain);
            }
        }

        private void stop() {
            try {
                broker.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /// Starts it whatever was seen: a replay would wait for minutes.
        private void startAgain() {
            Optional<ConditionTimeoutException> unseen = awaitWhatIsToBeSeen();
            try {
                broker.start();
                unseen.ifPresentOrElse(back::completeExceptionally, () -> back.complete(null));
            } catch (IOException e) {
                back.completeExceptionally(e);
            }
        }

        private Optional<ConditionTimeoutException> awaitWhatIsToBeSeen() {
            try {
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () ->
                                        !aborted.isEmpty()
                                                && saysThatNobodyAnswers(told)
                                                && saysThatNobodyAnswers(restoring.told));
                return Optional.empty();
            } catch (ConditionTimeoutException e) {
                return Optional.of(e);
            }
        }

        @Override
        public void waiting(Problem why) {
            told.add(why);
        }

        @Override
        public void backUp(List<Message> messages) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sent(List<Range> letters) {
            // The broker is what is tried here, not the ledger.
        }

        @Override
        public void notSent(List<Range> letters) {
            aborted.addAll(letters);
        }
    }

    /// A restore that stands still in the middle until it is let on.
    private static final class Halfway implements Execution {
        private final UUID actionId = UUID.randomUUID();
        private final List<Problem> told = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> reached = new CompletableFuture<>();
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public UUID actionId() {
            return actionId;
        }

        @Override
        public void progress(long done, long total) {
            if (done < LETTERS / 2 || reached.isDone()) {
                return;
            }
            reached.complete(null);
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void waiting(Problem why) {
            told.add(why);
        }

        @Override
        public void backUp(List<Message> messages) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sending(List<Range> letters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void sent(List<Range> letters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void notSent(List<Range> letters) {
            throw new UnsupportedOperationException();
        }
    }
}
