package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.GroupType;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Connector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private final KafkaFixture kafka = KafkaFixture.shared();
    private Connector connector;

    @BeforeEach
    void connect() throws Exception {
        connector = kafka.connector();
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void showsWhatATopicHolds() throws Exception {
        String topic = kafka.topic(3);
        kafka.sendNumbers(topic, 3, 0, 10);

        Destination destination = destination(connector.poll(), topic);

        assertThat(destination.retained()).isEqualTo(Reading.of(10));
        assertThat(destination.partitions()).hasSize(3);
        assertThat(destination.partitions().getFirst().endOffset()).isEqualTo(Reading.of(4));
        assertThat(destination.internal()).isFalse();
    }

    @Test
    void measuresLag() throws Exception {
        String topic = kafka.topic(2);
        kafka.sendNumbers(topic, 2, 0, 10);
        String group = topic + "-group";
        kafka.commit(group, topic, 0, 2);

        ConsumerGroup shown = group(connector.poll(), group);

        assertThat(shown.state()).isEqualTo(GroupState.EMPTY);
        assertThat(shown.positions())
                .containsExactly(
                        new ConsumerGroup.Position(
                                topic, 0, Reading.of(2), Reading.of(5), Reading.of(3)));
    }

    @Test
    void saysWhenMessagesWereDeletedBeforeAGroupReadThem() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 10);
        String group = topic + "-group";
        TopicPartition partition = new TopicPartition(topic, 0);
        kafka.commit(group, topic, 0, 1);
        KafkaFixture.await(
                kafka.admin()
                        .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(4)))
                        .all());

        Reading lag = group(connector.poll(), group).positions().getFirst().lag();

        assertThat(lag).isInstanceOf(Reading.Estimate.class);
        assertThat(lag.value()).hasValue(6);
    }

    @Test
    void doesNotTakeACommitPastTheEndForNoLag() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 3);
        String group = topic + "-group";
        kafka.commit(group, topic, 0, 50);

        Reading lag = group(connector.poll(), group).positions().getFirst().lag();

        assertThat(lag).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void knowsDeadLettersAndRetriesByTheirNames() throws Exception {
        String origin = kafka.topic(1);
        String deadLetters = kafka.exactTopic(origin + "-dlt", 1, Map.of());
        String retry = kafka.exactTopic(origin + "-retry-0", 1, Map.of());
        String orphan = kafka.exactTopic("orphan-" + origin + ".DLT", 1, Map.of());

        Snapshot snapshot = connector.poll();

        assertThat(destination(snapshot, deadLetters).deadLetterOf()).contains(origin);
        assertThat(destination(snapshot, retry).retryOf()).contains(origin);
        assertThat(destination(snapshot, orphan).isDeadLetters()).isFalse();
    }

    @Test
    void showsANewTopicWithTheNextPollAndForgetsADeletedOne() throws Exception {
        connector.poll();
        String topic = kafka.topic(2);
        kafka.sendNumbers(topic, 2, 0, 4);

        assertThat(destination(connector.poll(), topic).retained()).isEqualTo(Reading.of(4));

        kafka.delete(topic);
        Snapshot without = connector.poll();

        assertThat(without.destinations()).noneMatch(each -> each.name().equals(topic));
        assertThat(without.gaps()).isEmpty();
    }

    @Test
    void seesThatATopicWasMadeAnew() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 9);
        connector.poll();
        kafka.delete(topic);
        await().ignoreExceptions().until(() -> kafka.exactTopic(topic, 3, Map.of()).equals(topic));
        kafka.sendNumbers(topic, 3, 0, 2);

        Destination anew = destination(connector.poll(), topic);

        assertThat(anew.partitions()).hasSize(3);
        assertThat(anew.retained()).isEqualTo(Reading.of(2));
    }

    @Test
    void tellsTheSizeOnDiskOfTheLastReading() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 9);

        Reading bytes = destination(connector.poll(), topic).bytes();

        assertThat(bytes).isInstanceOf(Reading.Estimate.class);
        assertThat(bytes.value().orElseThrow()).isPositive();
    }

    @Test
    void measuresShareGroupsByTheirCoordinatorsCount() throws Exception {
        String topic = kafka.topic(1);
        String group = topic + "-share";
        kafka.sendNumbers(topic, 1, 0, 3);
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        KafkaFixture.await(
                kafka.admin()
                        .incrementalAlterConfigs(
                                Map.of(
                                        resource,
                                        List.of(
                                                new AlterConfigOp(
                                                        new ConfigEntry(
                                                                "share.auto.offset.reset",
                                                                "earliest"),
                                                        AlterConfigOp.OpType.SET))))
                        .all());
        try (KafkaShareConsumer<byte[], byte[]> consumer =
                new KafkaShareConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.address(),
                                "group.id",
                                group,
                                "key.deserializer",
                                ByteArrayDeserializer.class,
                                "value.deserializer",
                                ByteArrayDeserializer.class))) {
            consumer.subscribe(List.of(topic));
            await().until(() -> consumer.poll(Duration.ofMillis(200)).count() > 0);
            consumer.commitSync();
        }
        kafka.sendNumbers(topic, 1, 3, 4);

        await().untilAsserted(
                        () -> {
                            ConsumerGroup shown = group(connector.poll(), group);
                            assertThat(shown.type()).isEqualTo(GroupType.SHARE);
                            assertThat(shown.totalLag()).hasValue(4);
                        });
    }

    @Test
    void offersWhatKafkaCanDo() throws Exception {
        Snapshot snapshot = connector.poll();

        assertThat(snapshot.capabilities()).containsOnlyKeys(ActionKind.values());
        assertThat(snapshot.capabilities().get(ActionKind.REPLAY))
                .isInstanceOf(Support.Offered.class);
        assertThat(snapshot.server().nodes()).containsExactly(kafka.address());
    }

    static Destination destination(Snapshot snapshot, String name) {
        return snapshot.destinations().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static ConsumerGroup group(Snapshot snapshot, String id) {
        return snapshot.groups().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
