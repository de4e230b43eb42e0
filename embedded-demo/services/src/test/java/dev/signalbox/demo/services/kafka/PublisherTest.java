package dev.signalbox.demo.services.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// On the in-memory producer that Kafka's own client brings.
class PublisherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @Test
    void whatTheBrokerHasTakenIsTold() throws Exception {
        Publisher publisher = publisher(producer(true));

        assertThat(publisher.publishAll(messages("a", "b", "c"))).containsExactly("a", "b", "c");
    }

    @Test
    void whatTheBrokerRefusesIsNotAmongIt() throws Exception {
        MockProducer<byte[], byte[]> producer = producer(false);
        Publisher publisher = publisher(producer);
        CompletableFuture<List<String>> taken = publishAll(publisher, messages("a", "b"));
        await().atMost(PATIENCE).until(() -> producer.history().size() == 2);

        producer.errorNext(new RecordTooLargeException("too large"));
        producer.completeNext();

        assertThat(taken.get()).containsExactly("b");
    }

    @Test
    void aSingleMessageThatIsRefusedIsAnError() throws Exception {
        MockProducer<byte[], byte[]> producer = producer(true);
        producer.sendException = new KafkaException("closed");

        assertThatThrownBy(() -> publisher(producer).publish(message("a", null)))
                .isInstanceOf(PublishException.class)
                .isNotInstanceOf(MessageTooLargeException.class);
    }

    @Test
    void aMessageThatItsTopicDoesNotTakeForItsSizeIsAnErrorOfItsOwn() {
        MockProducer<byte[], byte[]> producer = producer(true);
        producer.sendException = new RecordTooLargeException("too large");

        assertThatThrownBy(() -> publisher(producer).publish(message("a", null)))
                .isInstanceOf(MessageTooLargeException.class);
    }

    @Test
    void whoeverPublishesWaitsForTheBrokerAndThatCanBeSeen() throws Exception {
        MockProducer<byte[], byte[]> producer = producer(false);
        Publisher publisher = publisher(producer);
        assertThat(publisher.isWaiting()).isFalse();
        CompletableFuture<List<String>> taken = publishAll(publisher, messages("a"));
        await().atMost(PATIENCE).until(() -> producer.history().size() == 1);
        assertThat(publisher.isWaiting()).as("after a moment").isFalse();

        now.set(Instant.EPOCH.plusSeconds(2));
        assertThat(publisher.isWaiting()).as("after two seconds").isTrue();

        producer.completeNext();
        assertThat(taken.get()).containsExactly("a");
        assertThat(publisher.isWaiting()).isFalse();
    }

    @Test
    void aPartitionThatTheTopicHasIsKeptAndOneThatItLacksIsNot() throws Exception {
        MockProducer<byte[], byte[]> producer = producer(true);
        Publisher publisher = publisher(producer);

        publisher.publish(message("a", 2));
        publisher.publish(message("b", 3));

        assertThat(producer.history())
                .extracting(ProducerRecord::partition)
                .containsExactly(2, null);
        assertThat(producer.history().getLast().headers().lastHeader("n").value())
                .isEqualTo("b".getBytes(UTF_8));
    }

    private Publisher publisher(MockProducer<byte[], byte[]> producer) {
        return new Publisher(producer, ((InstantSource) now::get).withZone(ZoneOffset.UTC));
    }

    /// For a topic of three partitions.
    private static MockProducer<byte[], byte[]> producer(boolean acknowledges) {
        Node node = new Node(1, "127.0.0.1", 9092);
        List<PartitionInfo> partitions =
                List.of(0, 1, 2).stream()
                        .map(n -> new PartitionInfo("t", n, node, new Node[0], new Node[0]))
                        .toList();
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new MockProducer<>(
                new Cluster("c", List.of(node), partitions, Set.of(), Set.of()),
                acknowledges,
                null,
                bytes,
                bytes);
    }

    private static CompletableFuture<List<String>> publishAll(
            Publisher publisher, Map<String, ProducerRecord<byte[], byte[]>> messages) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return publisher.publishAll(messages);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static Map<String, ProducerRecord<byte[], byte[]>> messages(String... names) {
        Map<String, ProducerRecord<byte[], byte[]>> messages = new LinkedHashMap<>();
        for (String name : names) {
            messages.put(name, message(name, 0));
        }
        return messages;
    }

    private static ProducerRecord<byte[], byte[]> message(
            String name, @Nullable Integer partition) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>("t", partition, name.getBytes(UTF_8), name.getBytes(UTF_8));
        message.headers().add("n", name.getBytes(UTF_8));
        return message;
    }
}
