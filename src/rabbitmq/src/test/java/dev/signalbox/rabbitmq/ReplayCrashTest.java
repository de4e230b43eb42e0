package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.signalbox.core.ledger.LetterState;
import dev.signalbox.core.ledger.Owner;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Connector;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A console that dies in the middle of a replay.
class ReplayCrashTest {
    private static final int LETTERS = 60;
    private static final int IN_DOUBT_AT_MOST = ReplayRun.UNDER_WAY * ReplayChild.BATCH;

    @TempDir private Path folder;

    @Test
    void aConsoleThatIsKilledLosesNothingAndItsLedgerKnowsWhatItMayHaveSent() throws Exception {
        RabbitNode node = RabbitNode.shared();
        try (RabbitFixture rabbit = new RabbitFixture(node)) {
            String orders = rabbit.queue("quorum", Map.of());
            String dead = rabbit.queue("quorum", Map.of());
            makeLetters(rabbit, orders, dead);

            dieReplaying(node, dead);

            Set<String> left = new HashSet<>();
            Set<String> arrived = new HashSet<>();
            Set<String> all =
                    IntStream.range(0, LETTERS)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.toSet());
            // The server notices the death in its own time, and puts back what the console held.
            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(
                            () -> {
                                left.addAll(drained(rabbit, dead));
                                arrived.addAll(drained(rabbit, orders));
                                Set<String> found = new HashSet<>(left);
                                found.addAll(arrived);
                                assertThat(found).isEqualTo(all);
                            });
            List<ReplayLedger.Entry> known = ledger(rabbit, dead);
            long inDoubt =
                    known.stream().filter(each -> each.state() == LetterState.SENDING).count();
            assertThat(inDoubt).isPositive().isLessThanOrEqualTo(IN_DOUBT_AT_MOST);
            // Nothing was sent that was not noted before.
            assertThat((long) arrived.size()).isLessThanOrEqualTo(known.size());
        }
    }

    private static void makeLetters(RabbitFixture rabbit, String orders, String dead)
            throws Exception {
        for (int i = 0; i < LETTERS; i++) {
            rabbit.send(
                    "",
                    dead,
                    new BasicProperties.Builder()
                            .deliveryMode(2)
                            .headers(
                                    Map.of(
                                            "x-original-exchange",
                                            "",
                                            "x-original-routingKey",
                                            orders))
                            .build(),
                    Integer.toString(i).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void dieReplaying(RabbitNode node, String dead) throws Exception {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ReplayChild.class.getName(),
                                "amqp://guest:guest@127.0.0.1:" + node.port() + "/%2F",
                                node.management(),
                                node.prometheus(),
                                dead,
                                folder.resolve("ledger.db").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("child.log").toFile())
                        .start();
        assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue())
                .as(Files.readString(folder.resolve("child.log")))
                .isEqualTo(137);
    }

    private List<ReplayLedger.Entry> ledger(RabbitFixture rabbit, String dead) throws Exception {
        try (Connector connector = new RabbitConnectorProvider().connect(rabbit.profile());
                ReplayLedger ledger =
                        ReplayLedger.open(
                                folder.resolve("ledger.db"), Owner.current("this-host"))) {
            return ledger.find(
                    connector.poll().server().clusterId(),
                    dead,
                    List.of(new Range(0, 0, Long.MAX_VALUE)));
        }
    }

    private static Set<String> drained(RabbitFixture rabbit, String queue) throws IOException {
        Set<String> bodies = new HashSet<>();
        GetResponse got = rabbit.channel().basicGet(queue, true);
        while (got != null) {
            bodies.add(new String(got.getBody(), StandardCharsets.UTF_8));
            got = rabbit.channel().basicGet(queue, true);
        }
        return bodies;
    }
}
