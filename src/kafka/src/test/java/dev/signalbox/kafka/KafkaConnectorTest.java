package dev.signalbox.kafka;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorContract;
import dev.signalbox.core.port.Draft;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;

/// The contract, on a real broker.
class KafkaConnectorTest extends ConnectorContract {
    private static final int PARTITIONS = 3;

    private final KafkaFixture kafka = new KafkaFixture(TestBroker.shared());

    @AfterEach
    void closeFixture() {
        kafka.close();
    }

    @Override
    protected Connector connect() throws Exception {
        return new KafkaConnector(
                KafkaSettings.of(kafka.profile().settings()),
                Clock.systemUTC(),
                new Cluster.Batch(10, 1_000_000));
    }

    @Override
    protected Connector connectToNothing() throws Exception {
        int port;
        try (ServerSocket socket = TestBroker.free()) {
            port = socket.getLocalPort();
        }
        return new KafkaConnectorProvider()
                .connect(KafkaFixture.profile(Map.of("bootstrap.servers", "127.0.0.1:" + port)));
    }

    @Override
    protected String newDestination() {
        return kafka.topic("contract", PARTITIONS, KEPT);
    }

    @Override
    protected Letters newDeadLetters() {
        String origin = kafka.topic("orders", PARTITIONS, KEPT);
        return new Letters(kafka.exactTopic(origin + "-dlt", PARTITIONS, KEPT), origin);
    }

    /// For ever: the messages of the tests are old.
    static final Map<String, String> KEPT = Map.of("retention.ms", "-1");

    @Override
    protected void put(String destination, List<Draft> drafts) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            records.add(record(destination, i % PARTITIONS, drafts.get(i), List.of()));
        }
        kafka.send(records);
    }

    @Override
    protected void putLetters(Letters letters, List<Draft> originals) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < originals.size(); i++) {
            int partition = i % PARTITIONS;
            records.add(
                    record(
                            letters.destination(),
                            partition,
                            originals.get(i),
                            failure(letters.origin(), partition, i, originals.get(i))));
        }
        kafka.send(records);
    }

    /// As Spring Kafka's recoverer writes them.
    private static List<Header> failure(String topic, int partition, long offset, Draft draft) {
        return List.of(
                new Header("kafka_dlt-original-topic", Bytes.utf8(topic)),
                new Header(
                        "kafka_dlt-original-partition",
                        Bytes.of(ByteBuffer.allocate(4).putInt(partition).array())),
                new Header("kafka_dlt-original-offset", int64(offset)),
                new Header(
                        "kafka_dlt-original-timestamp",
                        int64(Objects.requireNonNull(draft.timestamp()).toEpochMilli())),
                new Header("kafka_dlt-original-timestamp-type", Bytes.utf8("CreateTime")),
                new Header("kafka_dlt-original-consumer-group", Bytes.utf8("payment")),
                new Header("kafka_dlt-exception-fqcn", Bytes.utf8("java.io.IOException")),
                new Header("kafka_dlt-exception-message", Bytes.utf8("no rate for XTS")));
    }

    static Bytes int64(long value) {
        return Bytes.of(ByteBuffer.allocate(8).putLong(value).array());
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, int partition, Draft draft, List<Header> more) {
        List<Header> headers = new ArrayList<>(draft.headers());
        headers.addAll(more);
        return Records.record(
                topic, partition, draft.timestamp(), draft.key(), draft.value(), headers);
    }

    @Override
    protected List<Message> contents(String destination) {
        return kafka.readCommitted(destination).stream().map(Records::message).toList();
    }
}
