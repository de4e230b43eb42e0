package dev.signalbox.bench;

import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Connector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// All lag of 100 groups over 200 topics × 5 partitions, each group on 10 topics: our poll beside
/// `kafka-consumer-groups --all-groups --describe`.
final class LagBench implements Bench {
    private static final int TOPICS = 200;
    private static final int PARTITIONS = 5;
    private static final int GROUPS = 100;
    private static final int TOPICS_OF_A_GROUP = 10;
    private static final int MESSAGES = 3;
    private static final int WARM_POLLS = 30;
    private static final int PEER_RUNS = 3;
    private static final long LAG = (long) GROUPS * TOPICS_OF_A_GROUP * PARTITIONS * (MESSAGES - 1);

    @Override
    public String name() {
        return "lag";
    }

    @Override
    public void run(Report report, Options options) throws Exception {
        try (Broker broker = Broker.start()) {
            report.note("making " + TOPICS + " topics and " + GROUPS + " groups");
            fill(broker.address());
            List<Double> ours = ours(broker.address(), report);
            List<Double> peers = peer(broker.address(), report);
            report.figure("all-lag-refresh-first", ours.getFirst(), "ms");
            double warm = Report.median(ours.subList(ours.size() - WARM_POLLS, ours.size()));
            report.figure("all-lag-refresh", warm, "ms");
            report.figure("all-lag-refresh-kafka-consumer-groups", Report.median(peers), "ms");
            report.figure("ratio-to-kafka-consumer-groups", Report.median(peers) / warm, "1");
            report.figure(
                    "ratio-to-kafka-consumer-groups-first",
                    Report.median(peers) / ours.getFirst(),
                    "1");
        }
    }

    private static List<Double> ours(String address, Report report) throws Exception {
        List<Double> millis = new ArrayList<>();
        long start = System.nanoTime();
        try (Connector connector = Console.connector(address)) {
            for (int poll = 0; poll < 2 * WARM_POLLS; poll++) {
                Snapshot snapshot = connector.poll();
                millis.add((System.nanoTime() - start) / 1e6);
                check("ours", lagOf(snapshot));
                start = System.nanoTime();
            }
        }
        report.note("ours: " + millis);
        return millis;
    }

    private static long lagOf(Snapshot snapshot) {
        return snapshot.groups().stream()
                .map(ConsumerGroup::totalLag)
                .mapToLong(OptionalLong::orElseThrow)
                .sum();
    }

    private static List<Double> peer(String address, Report report) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int run = 0; run < PEER_RUNS; run++) {
            long start = System.nanoTime();
            String table =
                    Jars.kafkaTools()
                            .run(
                                    "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
                                    List.of(
                                            "--bootstrap-server",
                                            address,
                                            "--all-groups",
                                            "--describe"));
            millis.add((System.nanoTime() - start) / 1e6);
            check("kafka-consumer-groups", lagIn(table));
        }
        report.note("kafka-consumer-groups: " + millis);
        return millis;
    }

    /// Sums the column LAG: group, topic, partition, current offset, log end offset, lag.
    private static long lagIn(String table) {
        return table.lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(cells -> cells.length > 5 && cells[5].matches("\\d+"))
                .mapToLong(cells -> Long.parseLong(cells[5]))
                .sum();
    }

    private static void check(String side, long lag) {
        if (lag != LAG) {
            throw new IllegalStateException(side + " saw a lag of " + lag + ", not " + LAG);
        }
    }

    private static void fill(String address) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", address);
        try (Admin admin = Admin.create(settings)) {
            List<NewTopic> topics = new ArrayList<>();
            for (int topic = 0; topic < TOPICS; topic++) {
                topics.add(new NewTopic(topic(topic), PARTITIONS, (short) 1));
            }
            admin.createTopics(topics).all().get(2, TimeUnit.MINUTES);
            produce(address);
            for (int group = 0; group < GROUPS; group++) {
                Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
                for (int i = 0; i < TOPICS_OF_A_GROUP; i++) {
                    String topic = topic((group * TOPICS_OF_A_GROUP + i) % TOPICS);
                    for (int partition = 0; partition < PARTITIONS; partition++) {
                        offsets.put(new TopicPartition(topic, partition), new OffsetAndMetadata(1));
                    }
                }
                admin.alterConsumerGroupOffsets("group-" + group, offsets)
                        .all()
                        .get(1, TimeUnit.MINUTES);
            }
        }
    }

    private static void produce(String address) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", address, "linger.ms", 5),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (int topic = 0; topic < TOPICS; topic++) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    for (int message = 0; message < MESSAGES; message++) {
                        // Lost messages show in the lag, which both sides are checked against.
                        var _ =
                                producer.send(
                                        new ProducerRecord<>(
                                                topic(topic), partition, null, new byte[] {1}));
                    }
                }
            }
            producer.flush();
        }
    }

    private static String topic(int number) {
        return "topic-" + number;
    }
}
