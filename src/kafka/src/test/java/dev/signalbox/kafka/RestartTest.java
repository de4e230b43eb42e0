package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// A broker that goes away and comes back while it is polled.
class RestartTest {
    @Test
    void pollsSayThatTheBrokerIsAwayAndGoOnWhenItIsBack() throws Exception {
        TestBroker broker = TestBroker.create("restart");
        broker.start();
        try {
            KafkaFixture kafka = new KafkaFixture(broker);
            String topic = kafka.topic(2);
            kafka.sendNumbers(topic, 2, 0, 10);
            KafkaConnector connector = kafka.connector();
            String clusterId = connector.poll().server().clusterId();

            broker.stop();
            assertThatThrownBy(connector::poll)
                    .isInstanceOfSatisfying(
                            ConnectorException.class,
                            e -> assertThat(e.problem().kind().isTransient()).isTrue());
            assertThatThrownBy(connector::poll)
                    .isInstanceOfSatisfying(
                            ConnectorException.class,
                            e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.UNREACHABLE));

            broker.start();
            AtomicReference<Snapshot> back = new AtomicReference<>();
            await().ignoreExceptions()
                    .until(
                            () -> {
                                back.set(connector.poll());
                                return true;
                            });

            assertThat(Objects.requireNonNull(back.get()).server().clusterId())
                    .isEqualTo(clusterId);
            await().untilAsserted(
                            () ->
                                    assertThat(
                                                    SnapshotTest.destination(
                                                                    connector.poll(), topic)
                                                            .retained())
                                            .isEqualTo(Reading.of(10)));
            connector.close();
            kafka.close();
        } finally {
            broker.kill();
        }
    }
}
