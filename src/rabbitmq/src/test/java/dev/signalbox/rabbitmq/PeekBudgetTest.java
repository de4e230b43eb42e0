package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Consoles that come and go, as the command line does: each looks once, and none knows what those before it have cost.
class PeekBudgetTest {
    private static final int SERVERS_OWN = 0;

    private final RabbitFixture rabbit = new RabbitFixture(RabbitNode.shared());

    @AfterEach
    void close() {
        rabbit.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, SERVERS_OWN})
    void noConsoleCostsAQuorumQueueAMessage(int limit) throws Exception {
        String queue =
                rabbit.queue(
                        "quorum",
                        limit == SERVERS_OWN ? Map.of() : Map.of("x-delivery-limit", limit));
        BasicProperties properties =
                new BasicProperties.Builder()
                        .messageId("m")
                        .headers(Map.of("tenant", "shop"))
                        .build();
        for (int i = 0; i < 3; i++) {
            rabbit.send(
                    "", queue, properties, Integer.toString(i).getBytes(StandardCharsets.UTF_8));
        }
        // 4.0 drops a message that goes back for the twenty-first time.
        deliver(queue, limit == SERVERS_OWN ? 18 : 1);

        List<Message> first = List.of();
        int looks = 0;
        for (int console = 0; console < 5; console++) {
            Optional<List<Message>> seen = look(queue);
            rabbit.awaitReady(queue, 3);
            if (seen.isPresent()) {
                looks++;
                first = first.isEmpty() ? seen.get() : first;
                assertThat(seen.get())
                        .extracting(Message::id)
                        .containsExactlyElementsOf(ids(first));
            }
        }

        assertThat(looks).isGreaterThanOrEqualTo(3);
        for (int i = 0; i < 3; i++) {
            GetResponse got = rabbit.channel().basicGet(queue, true);
            assertThat(got.getBody()).asString().isEqualTo(Integer.toString(i));
            assertThat(got.getEnvelope().getRoutingKey()).isEqualTo(queue);
            assertThat(got.getProps().getMessageId()).isEqualTo("m");
        }
    }

    @Test
    void aReadOnlyConsoleWritesOnlyWhereAMessageWouldBeLost() throws Exception {
        String queue = rabbit.queue("quorum", Map.of("x-delivery-limit", 3));
        for (int i = 0; i < 3; i++) {
            rabbit.send(
                    "",
                    queue,
                    new BasicProperties(),
                    Integer.toString(i).getBytes(StandardCharsets.UTF_8));
        }
        deliver(queue, 2);
        Profile readOnly = rabbit.profile().with(Access.READ_ONLY);

        assertThat(look(queue, readOnly)).as("one delivery is left: given back").isPresent();
        rabbit.awaitReady(queue, 3);
        assertThat(look(queue, readOnly)).as("none is left: saved as copies").isEmpty();
        rabbit.awaitReady(queue, 3);
        assertThat(look(queue, readOnly)).as("fresh ones").isPresent();
        rabbit.awaitReady(queue, 3);
    }

    private static List<MessageId> ids(List<Message> messages) {
        return messages.stream().map(Message::id).toList();
    }

    /// Consumers that fail.
    private void deliver(String queue, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            try (Channel channel = rabbit.connection().createChannel()) {
                for (int message = 0; message < 3; message++) {
                    assertThat(channel.basicGet(queue, false)).isNotNull();
                }
            }
            rabbit.awaitReady(queue, 3);
        }
    }

    private Optional<List<Message>> look(String queue) throws Exception {
        return look(queue, rabbit.profile());
    }

    private static Optional<List<Message>> look(String queue, Profile profile) throws Exception {
        try (Connector console = new RabbitConnectorProvider().connect(profile);
                MessageStream stream = console.browse(queue, new MessageSelection.All(), 10)) {
            List<Message> messages = new ArrayList<>();
            for (Optional<Message> next = stream.next(); next.isPresent(); next = stream.next()) {
                messages.add(next.get());
            }
            return Optional.of(messages);
        } catch (ConnectorException e) {
            assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT);
            return Optional.empty();
        }
    }
}
