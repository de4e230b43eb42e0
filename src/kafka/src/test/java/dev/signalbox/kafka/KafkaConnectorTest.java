package dev.signalbox.kafka;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorContract;
import dev.signalbox.core.port.Draft;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/// The contract, on a real broker.
class KafkaConnectorTest extends ConnectorContract {
    private static final int PARTITIONS = 3;

    private final KafkaFixture kafka = KafkaFixture.shared();

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
            Draft draft = drafts.get(i);
            records.add(
                    Records.record(
                            destination,
                            i % PARTITIONS,
                            draft.timestamp(),
                            draft.key(),
                            draft.value(),
                            draft.headers()));
        }
        kafka.send(records);
    }

    @Override
    protected void putLetters(Letters letters, List<Draft> originals) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < originals.size(); i++) {
            records.add(
                    SpringLetters.record(
                            letters.destination(),
                            letters.origin(),
                            i % PARTITIONS,
                            i,
                            originals.get(i)));
        }
        kafka.send(records);
    }

    @Override
    protected List<Message> contents(String destination) {
        return kafka.readCommitted(destination).stream().map(Records::message).toList();
    }
}
