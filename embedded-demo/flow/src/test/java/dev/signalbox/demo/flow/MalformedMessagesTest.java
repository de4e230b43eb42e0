package dev.signalbox.demo.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.demo.services.backend.Demo;
import dev.signalbox.demo.services.backend.ServiceUnderTest;
import dev.signalbox.demo.services.backend.TestTopic;
import dev.signalbox.demo.services.broker.Topics;
import dev.signalbox.demo.services.json.Json;
import dev.signalbox.demo.services.kafka.HeaderValue;
import dev.signalbox.demo.services.kafka.TopicNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever somebody puts into a topic, it ends as a dead letter, and what is behind it is dealt with.
class MalformedMessagesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PARTITIONS = 3;

    /// What an origin takes at most is 1,048,588 bytes, the message's surroundings included.
    private static final int ALMOST_A_MEBIBYTE = 1_048_000;

    private static final int ALMOST_TWO = (2 << 20) - 500;

    private final Demo demo = Demo.shared();

    @BeforeEach
    @AfterEach
    void calmDown() throws Exception {
        demo.calmDown();
    }

    @Test
    void malformedMessagesEndAsDeadLettersAndWhatIsBehindThemIsProcessed() throws Exception {
        String orderId = complete("C-0201", "P-0201");

        // Into all topics at once: what is tried again waits for its turns at the same time.
        List<Attack> attacks =
                List.of(
                        attack("payment", demo.payment, Topics.ORDERS, orderId),
                        attack("stock", demo.stock, Topics.PAYMENTS, orderId),
                        attack("order", demo.order, Topics.STOCK, orderId),
                        attack(
                                "recommendation",
                                demo.recommendation,
                                Topics.RECOMMENDATIONS,
                                orderId));

        for (Attack attack : attacks) {
            await().atMost(PATIENCE).until(() -> demo.backlog().of(attack.group()) == 0);
            attack.assertRepelled();
        }
        complete("C-0202", "P-0202");
    }

    /// Puts malformed messages into the topic a service reads and into its retry topic, and a good one behind them in
    /// each partition.
    private static Attack attack(
            String group, ServiceUnderTest service, String name, String orderId) throws Exception {
        ConsumerRecord<byte[], byte[]> good = messageOf(TestTopic.named(name), orderId);
        Malformed malformed = new Malformed(name, orderId);
        List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
        for (String target : List.of(name, TopicNames.retryOf(name))) {
            sent.addAll(malformed.messages(target));
        }
        Attack attack =
                new Attack(
                        group,
                        service,
                        service.process().handle().pid(),
                        dealtWithWell(service),
                        name,
                        sent);
        TestTopic.publishAll(sent);
        TestTopic.publishAll(behind(name, good));
        return attack;
    }

    /// @param pid of the service before
    /// @param goodBefore how many messages it had dealt with well before
    private record Attack(
            String group,
            ServiceUnderTest service,
            long pid,
            long goodBefore,
            String topic,
            List<ProducerRecord<byte[], byte[]>> sent) {

        void assertRepelled() throws Exception {
            List<ConsumerRecord<byte[], byte[]>> letters = TestTopic.named(topic).deadLetters();
            for (ProducerRecord<byte[], byte[]> message : sent) {
                Optional<ConsumerRecord<byte[], byte[]>> letter = letterOf(letters, message.key());
                assertThat(letter).as(new String(message.key(), UTF_8)).isPresent();
                assertThat(letter.get().value()).isEqualTo(message.value());
            }
            assertThat(dealtWithWell(service)).isGreaterThanOrEqualTo(goodBefore + 2 * PARTITIONS);
            assertThat(service.process().handle().isAlive()).isTrue();
            assertThat(service.process().handle().pid()).isEqualTo(pid);
        }
    }

    @Test
    void aMessageOfTheLargestSizeIsDeadLetteredToo() throws Exception {
        TestTopic topic = TestTopic.named(Topics.ORDERS);
        byte[] unreadable = new byte[ALMOST_A_MEBIBYTE];
        Arrays.fill(unreadable, (byte) 'x');
        byte[] retried = ofNobody(ALMOST_A_MEBIBYTE);
        byte[] retriedOnceMore = ofNobody(ALMOST_TWO);

        TestTopic.publishAll(
                List.of(
                        message(Topics.ORDERS, "unreadable", unreadable),
                        message(Topics.ORDERS, "retried", retried),
                        message(TopicNames.retryOf(Topics.ORDERS), "brim", retriedOnceMore)));

        await().atMost(PATIENCE).until(() -> demo.backlog().of("payment") == 0);
        List<ConsumerRecord<byte[], byte[]>> letters = topic.deadLetters();
        assertThat(valueOf(letters, "unreadable")).isEqualTo(unreadable);
        assertThat(valueOf(letters, "retried")).isEqualTo(retried);
        assertThat(valueOf(letters, "brim")).isEqualTo(retriedOnceMore);
        complete("C-0203", "P-0203");
    }

    /// An order that was never placed: its payment fails, and is tried again.
    private static byte[] ofNobody(int size) {
        String order =
                """
                {"orderId":"O-nobody","customer":"C-0001","lines":[],"amount":1,"currency":"EUR",
                 "occurredAt":"2026-11-22T10:15:30Z","note":"%s"}
                """;
        return order.formatted("x".repeat(size - order.length())).getBytes(UTF_8);
    }

    private static ProducerRecord<byte[], byte[]> message(String topic, String key, byte[] value) {
        return new ProducerRecord<>(topic, 1, key.getBytes(UTF_8), value);
    }

    private static byte[] valueOf(List<ConsumerRecord<byte[], byte[]>> letters, String key) {
        return letterOf(letters, key.getBytes(UTF_8)).orElseThrow().value();
    }

    /// A good message once more, behind everything else in each partition.
    private static List<ProducerRecord<byte[], byte[]>> behind(
            String topic, ConsumerRecord<byte[], byte[]> good) {
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (String target : List.of(topic, TopicNames.retryOf(topic))) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                messages.add(
                        new ProducerRecord<>(
                                target, partition, good.key(), good.value(), good.headers()));
            }
        }
        return messages;
    }

    private static long dealtWithWell(ServiceUnderTest service) throws Exception {
        return service.counter("processed") + service.counter("duplicates");
    }

    /// Places an order and waits until it is through all services.
    private String complete(String customer, String product) throws Exception {
        String orderId =
                Json.mapper()
                        .readTree(demo.place(customer, product, "EUR").body())
                        .path("orderId")
                        .asText();
        demo.awaitCompleted(orderId);
        demo.awaitQuiet();
        return orderId;
    }

    private static ConsumerRecord<byte[], byte[]> messageOf(TestTopic topic, String orderId) {
        return topic.messages().stream()
                .filter(
                        message ->
                                HeaderValue.text(message.headers(), "order-id")
                                        .filter(orderId::equals)
                                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> letterOf(
            List<ConsumerRecord<byte[], byte[]>> letters, byte[] key) {
        return letters.stream().filter(letter -> Arrays.equals(letter.key(), key)).findFirst();
    }
}
