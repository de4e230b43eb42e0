package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.port.Action.RestoreBackup;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.RecordingExecution;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {
    @TempDir private Path folder = Path.of("");
    private final KafkaFixture kafka = KafkaFixture.shared();
    private KafkaConnector connector;

    @BeforeEach
    void connect() throws Exception {
        connector = kafka.connector(new Cluster.Batch(10, 1_000_000));
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void leavesOutWhatStillLiesInTheTopic() throws Exception {
        String topic = kafka.topic(2);
        kafka.sendNumbers(topic, 2, 0, 20);
        Backup backup = backup(topic, contents(topic));
        delete(topic, 0, 10);

        Plan plan = connector.plan(new RestoreBackup(backup));
        Outcome outcome = connector.execute(plan, new RecordingExecution());

        assertThat(plan.effect().count()).isEqualTo(10);
        assertThat(plan.hazards()).extracting(Hazard::code).contains("restore-still-there");
        assertThat(outcome.done()).isEqualTo(10);
        assertThat(contents(topic)).hasSize(20);
    }

    @Test
    void bringsBackWhatOnlyHasTheSameOffsetAsSomethingElse() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 5);
        List<Message> others = contents(topic);
        String again = kafka.topic(1);
        kafka.sendNumbers(again, 1, 100, 5);
        Backup backup = backup(again, others.stream().map(each -> moved(each, again)).toList());

        Plan plan = connector.plan(new RestoreBackup(backup));
        connector.execute(plan, new RecordingExecution());

        assertThat(plan.effect().count()).isEqualTo(5);
        assertThat(contents(again)).hasSize(10);
    }

    @Test
    void goesOnWhereARunWasCutOff() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 35);
        Backup backup = backup(topic, contents(topic));
        delete(topic, 0, 35);
        Plan plan = connector.plan(new RestoreBackup(backup));
        StoppingExecution stopped = new StoppingExecution(20);

        Outcome first = connector.execute(plan, stopped);

        assertThat(first.result()).isEqualTo(Outcome.Result.CANCELLED);
        assertThat(first.done()).isEqualTo(20);
        Plan rest = connector.plan(new RestoreBackup(backup));
        assertThat(rest.effect().count()).isEqualTo(15);
        assertThat(rest.hazards()).extracting(Hazard::code).contains("restore-goes-on");
        assertThat(connector.execute(rest, new RecordingExecution()).done()).isEqualTo(15);
        assertThat(contents(topic)).hasSize(35);
    }

    @Test
    void refusesABackupOfAnotherCluster() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 1);
        Backup backup = backup("another-cluster", topic, contents(topic));

        assertProblem(ProblemKind.CONFLICT, backup);
    }

    @Test
    void refusesWhereTheTopicIsGone() throws Exception {
        String topic = kafka.topic(1);
        kafka.sendNumbers(topic, 1, 0, 1);
        Backup backup = backup(topic, contents(topic));
        kafka.delete(topic);

        assertProblem(ProblemKind.NOT_FOUND, backup);
    }

    @Test
    void tellsWhatBecomesOfPartitionsThatAreGone() throws Exception {
        String wide = kafka.topic(3);
        kafka.sendNumbers(wide, 3, 0, 9);
        String narrow = kafka.topic(1);
        Backup backup =
                backup(narrow, contents(wide).stream().map(each -> moved(each, narrow)).toList());

        Plan plan = connector.plan(new RestoreBackup(backup));
        connector.execute(plan, new RecordingExecution());

        assertThat(plan.hazards()).extracting(Hazard::code).contains("restore-partitions");
        assertThat(contents(narrow)).hasSize(9);
    }

    @Test
    void warnsOfReadersAndOfRetention() throws Exception {
        String topic = kafka.topic("short", 1, Map.of("retention.ms", "3600000"));
        kafka.sendNumbers(topic, 1, 0, 1);
        Message young = contents(topic).getFirst();
        Message old =
                new Message(
                        young.id(),
                        Instant.parse("2020-01-01T00:00:00Z"),
                        young.timestampType(),
                        young.key(),
                        young.value(),
                        young.headers());
        kafka.commit(topic + "-reader", topic, 0, 1);

        Plan plan = connector.plan(new RestoreBackup(backup(topic, List.of(old))));

        assertThat(plan.hazards())
                .extracting(Hazard::code)
                .contains("restore-read-again", "past-retention", "restore-new-offsets");
    }

    private static Message moved(Message message, String topic) {
        return new Message(
                new MessageId(topic, message.id().partition(), message.id().position()),
                message.timestamp(),
                message.timestampType(),
                message.key(),
                message.value(),
                message.headers());
    }

    private void assertProblem(ProblemKind kind, Backup backup) {
        assertThatThrownBy(() -> connector.plan(new RestoreBackup(backup)))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(kind));
    }

    private void delete(String topic, int partition, long before) {
        KafkaFixture.await(
                kafka.admin()
                        .deleteRecords(
                                Map.of(
                                        new TopicPartition(topic, partition),
                                        RecordsToDelete.beforeOffset(before)))
                        .all());
    }

    private List<Message> contents(String topic) {
        return kafka.readCommitted(topic).stream().map(Records::message).toList();
    }

    private Backup backup(String topic, List<Message> messages) throws Exception {
        return backup(
                KafkaFixture.await(kafka.admin().describeCluster().clusterId()), topic, messages);
    }

    private Backup backup(String clusterId, String topic, List<Message> messages) throws Exception {
        try (BackupWriter writer =
                new BackupStore(folder)
                        .begin(UUID.randomUUID(), "test", clusterId, topic, Instant.now(), 0)) {
            writer.write(messages);
            return writer.seal();
        }
    }
}
