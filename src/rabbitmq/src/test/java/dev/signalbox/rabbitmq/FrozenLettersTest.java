package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.deadletter.LetterFilter;
import dev.signalbox.core.deadletter.LetterSearch;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.RecordingExecution;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A filter freezes letters of a queue by what they are: there are no offsets, and others may come and go meanwhile.
class FrozenLettersTest {
    private final RabbitFixture rabbit = new RabbitFixture(RabbitNode.shared());

    @AfterEach
    void close() {
        rabbit.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "quorum"})
    void whatArrivesAfterAFilterIsNeverMeantByIt(String type) throws Exception {
        String origin = rabbit.queue("classic", Map.of());
        String letters = rabbit.queue(type, Map.of());
        for (int i = 0; i < 6; i++) {
            letter(letters, origin, (i % 2 == 0 ? "even " : "odd ") + i);
        }
        rabbit.awaitReady(letters, 6);
        try (Connector connector = new RabbitConnectorProvider().connect(rabbit.profile())) {
            MessageSelection frozen = freeze(connector, letters, "payload~even");
            letter(letters, origin, "even 6");
            letter(letters, origin, "odd 7");
            rabbit.awaitReady(letters, 8);

            Plan plan =
                    connector.plan(
                            new Action.ReplayDeadLetters(letters, frozen, Optional.empty(), false));
            Outcome outcome = connector.execute(plan, new RecordingExecution());

            assertThat(plan.effect().count()).isEqualTo(3);
            assertThat(outcome.done()).isEqualTo(3);
            rabbit.awaitReady(letters, 5);
            assertThat(drained(origin)).containsExactlyInAnyOrder("even 0", "even 2", "even 4");
            assertThat(drained(letters))
                    .containsExactlyInAnyOrder("odd 1", "odd 3", "odd 5", "even 6", "odd 7");
        }
    }

    @Test
    void aFilterThatHitsNothingMeansNothing() throws Exception {
        String letters = rabbit.queue("classic", Map.of());
        letter(letters, "orders", "one");
        rabbit.awaitReady(letters, 1);
        try (Connector connector = new RabbitConnectorProvider().connect(rabbit.profile())) {
            assertThat(freeze(connector, letters, "payload~two"))
                    .isEqualTo(new MessageSelection.Ranges(List.of()));
        }
    }

    private static MessageSelection freeze(Connector connector, String queue, String condition)
            throws Exception {
        return new LetterSearch(
                        connector,
                        DeadLetterRules.USUAL,
                        queue,
                        LetterFilter.parse(List.of(condition)))
                .freeze(new MessageSelection.All(), _ -> {});
    }

    private void letter(String queue, String origin, String body) throws Exception {
        rabbit.send(
                "",
                queue,
                new BasicProperties.Builder()
                        .headers(Map.of("x-original-exchange", "", "x-original-routingKey", origin))
                        .build(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> drained(String queue) throws Exception {
        List<String> bodies = new ArrayList<>();
        GetResponse next = rabbit.channel().basicGet(queue, true);
        while (next != null) {
            bodies.add(new String(next.getBody(), StandardCharsets.UTF_8));
            next = rabbit.channel().basicGet(queue, true);
        }
        return bodies;
    }
}
