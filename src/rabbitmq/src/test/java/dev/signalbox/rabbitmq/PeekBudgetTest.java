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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
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
        try (Connector console = new RabbitConnectorProvider().connect(rabbit.profile());
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
