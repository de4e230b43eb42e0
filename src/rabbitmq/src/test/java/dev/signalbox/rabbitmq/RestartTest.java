package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.RecordingExecution;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A node that dies in the middle, and comes back.
class RestartTest {
    private static final int LETTERS = 30;
    private static final int BATCH = 10;

    @Test
    void aNodeThatDiesInAReplayLosesNothingAndWhatIsInDoubtIsKnown() throws Exception {
        RabbitNode node = RabbitNode.second();
        try (RabbitFixture rabbit = new RabbitFixture(node);
                Connector connector =
                        new RabbitConnector(
                                Server.of(
                                        RabbitSettings.of(rabbit.profile().settings()),
                                        Clock.systemUTC(),
                                        new Server.Batch(BATCH, 1_000_000)))) {
            makeLetters(rabbit);
            connector.poll();
            Plan plan =
                    connector.plan(
                            new Action.ReplayDeadLetters(
                                    "dead", new MessageSelection.All(), Optional.empty(), false));
            RecordingExecution execution = new RecordingExecution().onSending(killAtSecond(node));

            Outcome outcome = connector.execute(plan, execution);

            assertThat(outcome.result()).isEqualTo(Result.PARTIAL);
            // Whether the first batch was confirmed before the node died is the node's affair.
            assertThat(outcome.done()).isIn(0L, (long) BATCH);
            assertThat(outcome.done() + LetterRanges.count(execution.inDoubt()))
                    .isBetween((long) BATCH, 2L * BATCH);
            assertThatThrownBy(connector::poll)
                    .isInstanceOfSatisfying(
                            ConnectorException.class,
                            e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.UNREACHABLE));

            node.start();
            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(() -> assertThat(connector.poll().gaps()).isEmpty());
        }
        assertNothingIsLost(node);
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

    /// Right after the note that the second batch is being sent.
    private static RecordingExecution.Mischief killAtSecond(RabbitNode node) {
        int[] calls = new int[1];
        return () -> {
            if (++calls[0] == 2) {
                try {
                    node.kill();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    private static void assertNothingIsLost(RabbitNode node) throws Exception {
        try (RabbitFixture rabbit = new RabbitFixture(node)) {
            Map<String, Integer> found = new TreeMap<>();
            for (String queue : new String[] {"dead", "orders"}) {
                GetResponse got = rabbit.channel().basicGet(queue, true);
                while (got != null) {
                    found.merge(new String(got.getBody(), StandardCharsets.UTF_8), 1, Integer::sum);
                    got = rabbit.channel().basicGet(queue, true);
                }
            }
            Set<String> all =
                    IntStream.range(0, LETTERS)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.toSet());
            assertThat(found.keySet()).isEqualTo(all);
            // Confirmed and never acknowledged, as the node died: within the batch before and the
            // one in doubt.
            assertThat(found.values().stream().filter(times -> times > 1).count())
                    .isLessThanOrEqualTo(2L * BATCH);
        }
    }
}
