package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Details.ServerDetails;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.RecordingExecution;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A node in alarm, as `rabbitmqctl` makes one: publishers wait, and the picture says so.
class AlarmTest {
    private static final RabbitNode NODE = RabbitNode.shared();

    private final RabbitFixture rabbit = new RabbitFixture(NODE);

    @AfterEach
    void closeFixture() {
        rabbit.close();
    }

    @Test
    void aNodeInAlarmAndThePublishersItHoldsBackAreShown() throws Exception {
        String queue = rabbit.queue("classic", Map.of());
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(NODE.port());
        try (Connector connector = new RabbitConnectorProvider().connect(rabbit.profile());
                Connection producer = factory.newConnection("producer")) {
            Plan plan = connector.plan(message(queue));
            try {
                NODE.control("set_disk_free_limit", "100000GB");
                await().atMost(RabbitFixture.LIMIT)
                        .until(
                                () ->
                                        connector.poll().server().warnings().stream()
                                                .anyMatch(
                                                        alarm ->
                                                                alarm.summary()
                                                                        .contains("disk alarm")));

                producer.createChannel()
                        .basicPublish("", queue, null, "waits".getBytes(StandardCharsets.UTF_8));
                await().atMost(RabbitFixture.LIMIT)
                        .until(() -> states(connector, "producer").contains("blocked"));
                assertThatThrownBy(() -> connector.execute(plan, new RecordingExecution()))
                        .isInstanceOfSatisfying(
                                ConnectorException.class,
                                e -> {
                                    assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT);
                                    assertThat(e.problem().summary()).contains("wait");
                                });
            } finally {
                NODE.control("set_disk_free_limit", "50MB");
            }
            await().atMost(RabbitFixture.LIMIT)
                    .until(() -> connector.poll().server().warnings().isEmpty());
            assertThat(connector.execute(connector.plan(message(queue)), new RecordingExecution()))
                    .satisfies(outcome -> assertThat(outcome.result()).isEqualTo(Result.SUCCEEDED));
        }
    }

    private static Action.PublishMessage message(String queue) {
        return new Action.PublishMessage(
                queue, OptionalInt.empty(), null, Bytes.utf8("now"), List.of());
    }

    /// What the connections of that name are doing.
    private static String states(Connector connector, String name) throws Exception {
        ServerDetails details = (ServerDetails) connector.inspect(new Subject.OfServer());
        return details.sheets().stream()
                .filter(sheet -> sheet.title().equals("Connections"))
                .flatMap(sheet -> sheet.rows().stream())
                .filter(row -> row.getFirst().startsWith(name + " ("))
                .map(row -> row.get(1))
                .toList()
                .toString();
    }
}
