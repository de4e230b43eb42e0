package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.port.Details.DestinationDetails;
import dev.signalbox.core.port.Details.GroupDetails;
import dev.signalbox.core.port.Details.ServerDetails;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectTest {
    private final KafkaFixture kafka = KafkaFixture.shared();
    private KafkaConnector connector;

    @BeforeEach
    void connect() throws Exception {
        connector = kafka.connector();
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void showsTheMembersOfAGroup(String protocol) throws Exception {
        String topic = kafka.topic(2);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                kafka.address(),
                                "group.id",
                                topic + "-group",
                                "client.id",
                                "reader",
                                "group.protocol",
                                protocol,
                                "key.deserializer",
                                ByteArrayDeserializer.class,
                                "value.deserializer",
                                ByteArrayDeserializer.class))) {
            consumer.subscribe(List.of(topic));
            await().until(
                            () -> {
                                consumer.poll(Duration.ofMillis(50));
                                return consumer.assignment().size() == 2;
                            });

            GroupDetails details =
                    (GroupDetails) connector.inspect(new Subject.OfGroup(topic + "-group"));

            assertThat(details.coordinator()).isEqualTo(kafka.address());
            assertThat(details.members())
                    .singleElement()
                    .satisfies(
                            member -> {
                                assertThat(member.client()).isEqualTo("reader");
                                assertThat(member.host()).isEqualTo("127.0.0.1");
                                assertThat(member.assignments())
                                        .containsExactly(topic + "-0", topic + "-1");
                            });
        }
    }

    @Test
    void showsTheSettingsThatWereMadeForATopic() throws Exception {
        String topic =
                kafka.topic("set", 1, Map.of("retention.ms", "1234", "cleanup.policy", "compact"));

        DestinationDetails details =
                (DestinationDetails) connector.inspect(new Subject.OfDestination(topic));

        assertThat(details.settings())
                .isEqualTo(Map.of("retention.ms", "1234", "cleanup.policy", "compact"));
    }

    @Test
    void showsTheNodesOfTheServer() throws Exception {
        ServerDetails details = (ServerDetails) connector.inspect(new Subject.OfServer());

        assertThat(details.sheets())
                .singleElement()
                .satisfies(
                        nodes ->
                                assertThat(nodes.rows())
                                        .singleElement()
                                        .satisfies(
                                                node ->
                                                        assertThat(node)
                                                                .hasSameSizeAs(nodes.columns())
                                                                .contains(kafka.address())));
    }

    @Test
    void tellsWhatIsNotThere() {
        assertNotFound(new Subject.OfGroup("nobody"));
        assertNotFound(new Subject.OfDestination("nothing"));
    }

    private void assertNotFound(Subject subject) {
        assertThatThrownBy(() -> connector.inspect(subject))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.NOT_FOUND));
    }
}
