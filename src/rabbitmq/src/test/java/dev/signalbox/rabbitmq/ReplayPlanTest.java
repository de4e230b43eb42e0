package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Step;
import dev.signalbox.core.port.RecordingExecution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a plan says of a replay beforehand.
class ReplayPlanTest {
    private final RabbitFixture rabbit = new RabbitFixture(RabbitNode.shared());

    @AfterEach
    void close() {
        rabbit.close();
    }

    private void letter(String queue, String origin, int size) throws Exception {
        rabbit.send(
                "",
                queue,
                new BasicProperties.Builder()
                        .headers(Map.of("x-original-exchange", "", "x-original-routingKey", origin))
                        .build(),
                new byte[size]);
    }

    private static Plan plan(Connector connector, String queue, MessageSelection letters)
            throws Exception {
        return connector.plan(
                new Action.ReplayDeadLetters(queue, letters, Optional.empty(), false));
    }

    /// More than the console takes in at once: it reads on only as it looks at what it has.
    @ParameterizedTest
    @ValueSource(strings = {"classic", "quorum"})
    void tellsCountBytesAndTargetsOfLargeLetters(String type) throws Exception {
        String one = rabbit.queue("classic", Map.of());
        String other = rabbit.queue("classic", Map.of());
        String letters = rabbit.queue(type, Map.of());
        int size = 256 * 1024;
        for (int i = 0; i < 48; i++) {
            letter(letters, i % 4 == 0 ? other : one, size + i);
        }
        rabbit.awaitReady(letters, 48);
        try (Connector connector = new RabbitConnectorProvider().connect(rabbit.profile())) {
            Plan plan = plan(connector, letters, new MessageSelection.All());

            assertThat(plan.effect().count()).isEqualTo(48);
            assertThat(plan.effect().bytes()).hasValue(48L * size + 47 * 24);
            assertThat(plan.steps()).extracting(Step::count).containsExactlyInAnyOrder(12L, 36L);
            // A busy server takes its time to put back what was looked at.
            rabbit.awaitReady(letters, 48);
            MessageSelection planned = ((Action.ReplayDeadLetters) plan.action()).selection();
            List<MessageSelection.Range> ranges = ((MessageSelection.Ranges) planned).ranges();
            Plan part = plan(connector, letters, new MessageSelection.Ranges(ranges.subList(0, 2)));
            assertThat(part.effect().count()).isEqualTo(2);
            assertThat(part.effect().bytes()).hasValue(2L * size + 1);

            Outcome outcome = connector.execute(plan, new RecordingExecution());

            assertThat(outcome.done()).isEqualTo(48);
            rabbit.awaitReady(one, 36);
            rabbit.awaitReady(other, 12);
            assertThat(rabbit.ready(letters)).isZero();
        }
    }
}
