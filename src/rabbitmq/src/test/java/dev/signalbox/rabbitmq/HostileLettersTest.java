package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.impl.LongStringHelper;
import dev.signalbox.core.deadletter.DeadLetters;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.RecordingExecution;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Letters that nobody would write on purpose. Each is shown, and comes back as it was.
///
/// AMQP knows neither names twice nor headers beyond a frame (128 KiB): those of the list are Kafka's.
class HostileLettersTest {
    private static final byte[] NO_TEXT = {(byte) 0xC3, 0x28, (byte) 0xFF, 0};

    private final RabbitFixture rabbit = new RabbitFixture(RabbitNode.shared());

    private record Odd(BasicProperties properties, Bytes body) {}

    @AfterEach
    void close() {
        rabbit.close();
    }

    private static List<Odd> hostile() {
        return List.of(
                odd(Map.of("huge", "x".repeat(100 * 1024)), Bytes.utf8("v")),
                odd(
                        Map.of("h", NO_TEXT, "text", LongStringHelper.asLongString(NO_TEXT)),
                        Bytes.of(NO_TEXT)),
                odd(Map.of(), Bytes.utf8("[".repeat(10_000) + "]".repeat(10_000))),
                odd(Map.of(), Bytes.of(new byte[0])),
                odd(Map.of("", "no name", "zero", new byte[0]), Bytes.of(new byte[] {0})),
                new Odd(
                        new BasicProperties.Builder()
                                .contentType("application/json")
                                .contentEncoding("gzip")
                                .type("")
                                .build(),
                        Bytes.utf8("not what it says")),
                // What looks like a death and tells nothing that makes sense.
                odd(
                        Map.of(
                                "x-first-death-queue",
                                7,
                                "x-first-death-exchange",
                                NO_TEXT,
                                "x-exception-stacktrace",
                                NO_TEXT,
                                "x-delivery-count",
                                "many"),
                        Bytes.utf8("v")));
    }

    private static Odd odd(Map<String, Object> headers, Bytes body) {
        return new Odd(new BasicProperties.Builder().headers(headers).build(), body);
    }

    @Test
    void areShownAndReplayedToTheByte() throws Exception {
        String origin = rabbit.queue("classic", Map.of());
        String dead = RabbitFixture.unique("dead");
        rabbit.exactQueue(dead, "classic", Map.of());
        String died =
                rabbit.queue(
                        "classic",
                        Map.of("x-dead-letter-exchange", "", "x-dead-letter-routing-key", dead));
        List<Odd> hostile = hostile();
        for (Odd odd : hostile) {
            rabbit.send("", died, odd.properties(), odd.body().toArray());
            GetResponse got = take(died, false);
            rabbit.channel().basicReject(got.getEnvelope().getDeliveryTag(), false);
        }
        rabbit.awaitReady(dead, hostile.size());
        try (Connector connector = new RabbitConnectorProvider().connect(rabbit.profile())) {
            List<Message> shown = new ArrayList<>();
            try (MessageStream letters = connector.browse(dead, new MessageSelection.All(), 100)) {
                for (Optional<Message> each = letters.next();
                        each.isPresent();
                        each = letters.next()) {
                    shown.add(each.get());
                }
            }
            assertThat(shown).hasSize(hostile.size());
            shown.forEach(
                    letter -> assertThat(DeadLetters.read(letter).message()).isEqualTo(letter));
            rabbit.awaitReady(dead, hostile.size());

            Plan plan =
                    connector.plan(
                            new ReplayDeadLetters(
                                    dead, new MessageSelection.All(), Optional.of(origin), false));
            Outcome outcome = connector.execute(plan, new RecordingExecution());

            assertThat(outcome.result())
                    .describedAs(outcome.toString())
                    .isEqualTo(Outcome.Result.SUCCEEDED);
        }
        for (Odd odd : hostile) {
            GetResponse back = take(origin, true);
            assertThat(back.getBody()).isEqualTo(odd.body().toArray());
            assertThat(own(back.getProps())).isEqualTo(own(odd.properties()));
            assertThat(back.getProps().getContentEncoding())
                    .isEqualTo(odd.properties().getContentEncoding());
        }
    }

    /// Headers that tell neither of the death nor of the replay, comparable.
    private static Map<String, Object> own(BasicProperties properties) {
        Map<String, Object> own = new HashMap<>();
        if (properties.getHeaders() != null) {
            properties
                    .getHeaders()
                    .forEach(
                            (name, value) -> {
                                if (!name.startsWith("x-") && !name.startsWith("signalbox-")) {
                                    own.put(
                                            name,
                                            value instanceof byte[] bytes
                                                    ? List.of(
                                                            bytes.length,
                                                            new String(
                                                                    bytes,
                                                                    StandardCharsets.ISO_8859_1))
                                                    : value.toString());
                                }
                            });
        }
        return own;
    }

    private GetResponse take(String queue, boolean done) throws Exception {
        GetResponse[] got = new GetResponse[1];
        await().atMost(RabbitFixture.LIMIT)
                .until(
                        () -> {
                            got[0] = rabbit.channel().basicGet(queue, done);
                            return got[0] != null;
                        });
        return Objects.requireNonNull(got[0]);
    }
}
