package dev.signalbox.demo.broker;

import dev.signalbox.demo.part.PartProcess;
import dev.signalbox.demo.part.TestPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/// A broker in a folder and on ports of its own, and what a client does to it.
final class BrokerUnderTest {
    private final Path folder;
    final int port = TestPorts.free();
    final int controllerPort = TestPorts.free();

    BrokerUnderTest(Path folder) {
        this.folder = folder;
    }

    PartProcess start() throws IOException {
        return PartProcess.start(
                        BrokerMain.class,
                        folder,
                        Map.of(
                                "folder", folder.resolve("broker").toString(),
                                "port", Integer.toString(port),
                                "controllerPort", Integer.toString(controllerPort)))
                .awaitReady();
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    void send(String value) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrap(), "acks", "all");
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("orders", "key", value)).get();
        }
    }

    /// Waits for the first message that is committed: one can be read a moment after its commit was answered.
    List<String> read() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", bootstrap(), "isolation.level", "read_committed");
        List<TopicPartition> partitions =
                List.of(
                        new TopicPartition("orders", 0),
                        new TopicPartition("orders", 1),
                        new TopicPartition("orders", 2));
        List<String> values = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(
                            () -> {
                                consumer.poll(Duration.ofMillis(200))
                                        .forEach(message -> values.add(message.value()));
                                return !values.isEmpty();
                            });
        }
        return values;
    }
}
