package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.ConsumerGroup;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.GroupState;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Connector;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private final KafkaFixture kafka = new KafkaFixture(TestBroker.shared());
    private Connector connector;

    @BeforeEach
    void connect() throws Exception {
        connector = new KafkaConnectorProvider().connect(kafka.profile());
    }

    @AfterEach
    void close() {
        connector.close();
        kafka.close();
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
        commit(group, new TopicPartition(topic, 0), 2);

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
        commit(group, partition, 1);
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
        commit(group, new TopicPartition(topic, 0), 50);

        Reading lag = group(connector.poll(), group).positions().getFirst().lag();

        assertThat(lag).isInstanceOf(Reading.Unknown.class);
    }

    private void commit(String group, TopicPartition partition, long offset) {
        KafkaFixture.await(
                kafka.admin()
                        .alterConsumerGroupOffsets(
                                group, Map.of(partition, new OffsetAndMetadata(offset)))
                        .all());
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
