package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.port.Draft;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A console killed while it replays: in the end every letter has been sent, and none twice.
class ReplayCrashTest {
    private static final int LETTERS = 4_000;
    private static final int PARTITIONS = 3;

    @TempDir private Path folder = Path.of("");
    private final KafkaFixture kafka = KafkaFixture.shared();

    @Test
    void aReplayKilledAtAnyPlaceLosesNothingAndSendsNothingTwice() throws Exception {
        String origin = kafka.topic("shop", PARTITIONS, KafkaConnectorTest.KEPT);
        String deadLetters = kafka.exactTopic(origin + "-dlt", PARTITIONS, KafkaConnectorTest.KEPT);
        putLetters(origin, deadLetters);
        long seed = System.nanoTime();
        Random random = new Random(seed);

        assertThat(run(deadLetters, "before-note", 2)).isEqualTo(9);
        assertThat(run(deadLetters, "before-transaction", 2)).isEqualTo(9);
        for (int kill = 0; kill < 3; kill++) {
            runAndKill(deadLetters, 1 + random.nextInt(6), random.nextInt(25));
        }
        assertThat(run(deadLetters, "nowhere", 0)).isZero();

        List<Message> sent = kafka.readCommitted(origin).stream().map(Records::message).toList();
        assertThat(sent.stream().map(message -> Draft.of(message).number()).sorted().toList())
                .describedAs("seed %d, ledger %s", seed, ledger().lines())
                .isEqualTo(IntStream.range(0, LETTERS).boxed().toList());
        assertThat(ledger().doubts()).isEmpty();
        String lastAction = ledger().lines().getLast().split(" ")[1];
        assertThat(KafkaFixture.await(kafka.admin().listGroups().all()))
                .extracting(GroupListing::groupId)
                .noneMatch(group -> group.contains(lastAction));
    }

    private void putLetters(String origin, String deadLetters) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < LETTERS; i++) {
            records.add(
                    SpringLetters.record(
                            deadLetters, origin, i % PARTITIONS, i, Draft.numbered(i)));
        }
        kafka.send(records);
    }

    private FileLedger ledger() throws Exception {
        return FileLedger.open(folder.resolve("ledger"));
    }

    private int run(String deadLetters, String place, int batches) throws Exception {
        Process child = start(deadLetters, place, batches);
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue())
                .describedAs(Files.readString(folder.resolve("child.log")))
                .isNotEqualTo(1);
        return child.exitValue();
    }

    /// Kills it in the middle of a batch, some milliseconds after it was begun.
    private void runAndKill(String deadLetters, int batches, int millis) throws Exception {
        Process child = start(deadLetters, "nowhere", 0);
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int batch = 0; batch < batches; batch++) {
                assertThat(out.readLine()).isEqualTo("sending");
            }
            child.waitFor(millis, TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
        }
    }

    private Process start(String deadLetters, String place, int batches) throws Exception {
        Path log = folder.resolve("child.log");
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplayChild.class.getName(),
                        kafka.address(),
                        deadLetters,
                        folder.resolve("ledger").toString(),
                        place,
                        Integer.toString(batches))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }
}
