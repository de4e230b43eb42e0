package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.RecordingExecution;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Dead letters after a convention that only the profile knows.
class HouseConventionTest {
    private final RabbitFixture rabbit = new RabbitFixture(RabbitNode.shared());

    @AfterEach
    void close() {
        rabbit.close();
    }

    @Test
    void aLetterOfTheProfilesOwnConventionIsRecognisedAndReplayed() throws Exception {
        String origin = rabbit.queue("classic", Map.of());
        String morgue = rabbit.exactQueue("morgue." + origin, "classic", Map.of());
        Map<String, Object> headers =
                Map.of("died-on", origin, "died-of", "no stock", "order", "7");
        rabbit.send(
                "",
                morgue,
                new BasicProperties.Builder().headers(headers).build(),
                "v".getBytes(StandardCharsets.UTF_8));
        try (Connector connector =
                new RabbitConnectorProvider()
                        .connect(
                                rabbit.profile(
                                        Map.of(
                                                "dead-letters.names", "morgue\\.(.+)",
                                                "dead-letters.header.destination", "died-on",
                                                "dead-letters.header.message", "died-of")))) {
            await().atMost(RabbitFixture.LIMIT)
                    .untilAsserted(
                            () ->
                                    assertThat(connector.poll().destinations())
                                            .filteredOn(each -> each.name().equals(morgue))
                                            .singleElement()
                                            .extracting(Destination::deadLetterOf)
                                            .isEqualTo(Optional.of(origin)));

            Plan plan =
                    connector.plan(
                            new Action.ReplayDeadLetters(
                                    morgue, new MessageSelection.All(), Optional.empty(), false));
            Outcome outcome = connector.execute(plan, new RecordingExecution());

            assertThat(outcome.done()).isEqualTo(1);
            GetResponse back = rabbit.channel().basicGet(origin, true);
            assertThat(back.getProps().getHeaders())
                    .containsKey("order")
                    .doesNotContainKeys("died-on", "died-of");
        }
    }
}
