package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.RecordingExecution;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

/// Dead letters after a convention that only the profile knows.
class HouseConventionTest {
    private final KafkaFixture kafka = KafkaFixture.shared();

    @Test
    void aLetterOfTheProfilesOwnConventionIsRecognisedAndReplayed() throws Exception {
        String origin = kafka.topic(2);
        String morgue = kafka.exactTopic(origin + ".morgue", 1, Map.of());
        kafka.send(List.of(letter(morgue, origin)));
        try (KafkaConnector connector =
                connector(
                        Map.of(
                                "dead-letters.names", "(.+)\\.morgue",
                                "dead-letters.header.destination", "died-on",
                                "dead-letters.header.partition", "died-in",
                                "dead-letters.header.message", "died-of"))) {
            assertThat(connector.poll().destinations())
                    .filteredOn(each -> each.name().equals(morgue))
                    .singleElement()
                    .extracting(Destination::deadLetterOf)
                    .isEqualTo(Optional.of(origin));

            Plan plan = connector.plan(replay(morgue));
            Outcome outcome = connector.execute(plan, new RecordingExecution());

            assertThat(outcome.done()).isEqualTo(1);
            Message back = Records.message(kafka.readCommitted(origin).getFirst());
            assertThat(back.header("died-of")).isEmpty();
            assertThat(back.header("died-on")).isEmpty();
            assertThat(back.headerText("order")).contains("7");
        }
    }

    @Test
    void withoutItTheLetterIsOfAnUnknownKind() throws Exception {
        String origin = kafka.topic(2);
        String morgue = kafka.exactTopic(origin + ".morgue", 1, Map.of());
        kafka.send(List.of(letter(morgue, origin)));
        try (KafkaConnector connector = connector(Map.of())) {
            assertThat(connector.plan(replay(morgue)).effect().count()).isZero();
        }
    }

    @Test
    void aPatternThatIsNoneIsToldBeforeItConnects() {
        assertThatThrownBy(() -> connector(Map.of("dead-letters.names", "(")))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID));
    }

    private static Action replay(String topic) {
        return new Action.ReplayDeadLetters(
                topic, new MessageSelection.All(), Optional.empty(), false);
    }

    private KafkaConnector connector(Map<String, String> more) throws ConnectorException {
        Map<String, String> settings = new HashMap<>(kafka.profile().settings());
        settings.putAll(more);
        return new KafkaConnector(
                KafkaSettings.of(settings), Clock.systemUTC(), Cluster.Batch.USUAL);
    }

    private static ProducerRecord<byte[], byte[]> letter(String topic, String origin) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, 0, bytes("k"), bytes("v"));
        letter.headers()
                .add(new RecordHeader("died-on", bytes(origin)))
                .add(new RecordHeader("died-in", bytes("1")))
                .add(new RecordHeader("died-of", bytes("no stock")))
                .add(new RecordHeader("order", bytes("7")));
        return letter;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
