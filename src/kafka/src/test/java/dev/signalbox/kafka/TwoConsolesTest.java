package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Draft;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.RecordingExecution;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two consoles that replay the same letters at once: no letter is sent by both.
class TwoConsolesTest {
    private static final int LETTERS = 12_000;

    @TempDir private Path folder = Path.of("");
    private final KafkaFixture kafka = KafkaFixture.shared();

    private String origin;
    private String deadLetters;

    @BeforeEach
    void putLetters() {
        origin = kafka.topic("rivals", 3, KafkaConnectorTest.KEPT);
        deadLetters = kafka.exactTopic(origin + "-dlt", 3, KafkaConnectorTest.KEPT);
        kafka.send(
                IntStream.range(0, LETTERS)
                        .mapToObj(
                                i ->
                                        SpringLetters.record(
                                                deadLetters, origin, i % 3, i, Draft.numbered(i)))
                        .toList());
    }

    @Test
    void ofOneUserShareALedger() throws Exception {
        List<String> ends = replayAtOnce(deadLetters, folder, folder);

        assertThat(ends).contains("CONFLICT");
        assertThat(numbers(origin)).doesNotHaveDuplicates();
        // What the one that was refused left out, the other has sent or a third can send.
        replayAtOnce(deadLetters, folder);
        assertThat(numbers(origin))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, LETTERS).boxed().toList());
    }

    @Test
    void ofTwoUsersSeeEachOtherOnTheBroker() throws Exception {
        CountDownLatch underWay = new CountDownLatch(5);
        RecordingExecution execution = new RecordingExecution().onSent(underWay::countDown);

        refusesAnother(execution, underWay);
    }

    @Test
    void oneThatIsPausedIsNotTakenForDead() throws Exception {
        CountDownLatch standsStill = new CountDownLatch(3);
        CountDownLatch never = new CountDownLatch(1);
        RecordingExecution execution =
                new RecordingExecution()
                        .admits(
                                10,
                                (_, asked) -> {
                                    if (asked < 5) {
                                        return true;
                                    }
                                    standsStill.countDown();
                                    return never.await(200, TimeUnit.MILLISECONDS);
                                });

        refusesAnother(execution, standsStill);

        assertThat(LetterRanges.count(execution.sent())).isEqualTo(50);
    }

    /// @param underWay when another may try
    private void refusesAnother(RecordingExecution execution, CountDownLatch underWay)
            throws Exception {
        KafkaConnector first = kafka.connector(new Cluster.Batch(10, 1_000_000));
        // It looks for as long as a slow machine may need, and no longer than until it sees
        // something.
        KafkaConnector second =
                new KafkaConnector(
                        KafkaSettings.of(kafka.profile().settings()),
                        Clock.systemUTC(),
                        new Cluster.Batch(10, 1_000_000),
                        Duration.ofSeconds(60));
        ReplayDeadLetters replay =
                new ReplayDeadLetters(
                        deadLetters, new MessageSelection.All(), Optional.empty(), false);
        Plan plan = first.plan(replay);
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        Thread running =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        outcome.set(first.execute(plan, execution));
                                    } catch (ConnectorException | InterruptedException e) {
                                        throw new IllegalStateException(e);
                                    }
                                });
        assertThat(underWay.await(60, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> second.execute(second.plan(replay), new RecordingExecution()))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT));

        running.interrupt();
        assertThat(running.join(Duration.ofSeconds(60))).isTrue();
        Outcome done = Objects.requireNonNull(outcome.get());
        assertThat(done.result()).isNotEqualTo(Result.PARTIAL);
        assertThat(numbers(origin)).doesNotHaveDuplicates().hasSize((int) done.done());
        first.close();
        second.close();
    }

    /// Starts a console for each folder, and lets them begin together.
    private List<String> replayAtOnce(String deadLetters, Path... users) throws Exception {
        List<Process> consoles = new ArrayList<>();
        List<BufferedReader> outputs = new ArrayList<>();
        try {
            for (Path user : users) {
                Process console = start(deadLetters, user);
                consoles.add(console);
                outputs.add(console.inputReader());
            }
            List<String> said = new ArrayList<>();
            for (BufferedReader output : outputs) {
                said.add(output.readLine());
            }
            List<String> ends = new ArrayList<>();
            for (int i = 0; i < users.length; i++) {
                if ("planned".equals(said.get(i))) {
                    consoles.get(i).outputWriter().append('\n').flush();
                }
            }
            for (BufferedReader output : outputs) {
                ends.add(String.valueOf(output.readLine()));
            }
            return ends;
        } finally {
            for (Process console : consoles) {
                console.destroyForcibly().waitFor();
            }
        }
    }

    private Process start(String deadLetters, Path user) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConsoleChild.class.getName(),
                        kafka.address(),
                        user.toString(),
                        deadLetters)
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("console.log").toFile()))
                .start();
    }

    private List<Integer> numbers(String topic) {
        return kafka.readCommitted(topic).stream()
                .map(Records::message)
                .map(message -> Draft.of(message).number())
                .toList();
    }
}
