package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.RecordingExecution;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two consoles that replay the same letters at once: what one holds the other never gets.
class TwoConsolesTest {
    private static final int LETTERS = 40;

    private final RabbitFixture rabbit = new RabbitFixture(RabbitNode.shared());

    @AfterEach
    void close() {
        rabbit.close();
    }

    @Test
    void shareNoLetter() throws Exception {
        String origin = rabbit.queue("classic", Map.of());
        String letters = rabbit.queue("classic", Map.of());
        for (int i = 0; i < LETTERS; i++) {
            rabbit.send(
                    "",
                    letters,
                    new BasicProperties.Builder().messageId("m" + i).build(),
                    Integer.toString(i).getBytes(StandardCharsets.UTF_8));
        }
        ReplayDeadLetters replay =
                new ReplayDeadLetters(
                        letters, new MessageSelection.All(), Optional.of(origin), false);
        CountDownLatch standsStill = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        RecordingExecution execution =
                new RecordingExecution()
                        .admits(
                                10,
                                (_, asked) -> {
                                    if (asked < 2 || goOn.getCount() == 0) {
                                        return true;
                                    }
                                    standsStill.countDown();
                                    return goOn.await(200, TimeUnit.MILLISECONDS);
                                });
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        try (Connector first = connect();
                Connector second = connect()) {
            Plan plan = first.plan(replay);
            Plan samePlan = second.plan(replay);
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
            assertThat(standsStill.await(60, TimeUnit.SECONDS)).isTrue();

            Outcome other = second.execute(samePlan, new RecordingExecution());
            goOn.countDown();
            assertThat(running.join(Duration.ofSeconds(60))).isTrue();

            assertThat(other.done()).isZero();
            assertThat(Objects.requireNonNull(outcome.get()).done()).isEqualTo(LETTERS);
        }
        await().atMost(RabbitFixture.LIMIT).until(() -> rabbit.ready(origin) == LETTERS);
        assertThat(numbers(origin))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, LETTERS).boxed().toList());
        assertThat(rabbit.ready(letters)).isZero();
    }

    private Connector connect() throws ConnectorException {
        return new RabbitConnector(
                Server.of(
                        RabbitSettings.of(rabbit.profile().settings()),
                        Clock.systemUTC(),
                        new Server.Batch(10, 1_000_000)));
    }

    private List<Integer> numbers(String queue) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (GetResponse got = rabbit.channel().basicGet(queue, true);
                got != null;
                got = rabbit.channel().basicGet(queue, true)) {
            numbers.add(Integer.parseInt(new String(got.getBody(), StandardCharsets.UTF_8)));
        }
        return numbers;
    }
}
