package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.GetResponse;
import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.JsonRule;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.RecordingExecution;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Replaying and publishing, on a real node that makes the dead letters itself.
class ReplayTest {
    private static final String KEY = "order.created";

    private final RabbitFixture rabbit = new RabbitFixture(RabbitNode.shared());
    private final Connector connector = connect();
    private final String exchange = RabbitFixture.unique("orders");
    private final String letters = exchange + ".dead";

    private Connector connect() {
        try {
            return new RabbitConnectorProvider().connect(rabbit.profile());
        } catch (ConnectorException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void declare() throws Exception {
        rabbit.channel().exchangeDeclare(exchange, BuiltinExchangeType.TOPIC);
        rabbit.exactQueue(letters, "classic", Map.of());
    }

    @AfterEach
    void close() {
        connector.close();
        rabbit.close();
    }

    /// A queue behind the exchange whose dead letters go to the one for letters.
    private String queue(String type, Map<String, Object> more) throws Exception {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("x-dead-letter-exchange", "");
        arguments.put("x-dead-letter-routing-key", letters);
        String queue = rabbit.queue(type, arguments);
        rabbit.channel().queueBind(queue, exchange, KEY);
        return queue;
    }

    private void send(BasicProperties properties) throws Exception {
        rabbit.send(exchange, KEY, properties, "hello".getBytes(StandardCharsets.UTF_8));
    }

    /// Takes the first message as a consumer would that gives up on it.
    private void reject(String queue, boolean requeue) throws Exception {
        GetResponse got = take(queue);
        rabbit.channel().basicReject(got.getEnvelope().getDeliveryTag(), requeue);
    }

    private GetResponse take(String queue) throws Exception {
        GetResponse[] got = new GetResponse[1];
        await().atMost(RabbitFixture.LIMIT)
                .until(
                        () -> {
                            got[0] = rabbit.channel().basicGet(queue, false);
                            return got[0] != null;
                        });
        return Objects.requireNonNull(got[0]);
    }

    private Plan plan(Optional<String> to) throws Exception {
        return connector.plan(
                new Action.ReplayDeadLetters(letters, new MessageSelection.All(), to, false));
    }

    private Outcome replay(Optional<String> to) throws Exception {
        rabbit.awaitReady(letters, 1);
        return connector.execute(plan(to), new RecordingExecution());
    }

    private void assertReplayed(String queue, String reason) throws Exception {
        rabbit.awaitReady(letters, 1);
        GetResponse letter = take(letters);
        assertThat(letter.getProps().getHeaders().get("x-first-death-reason")).hasToString(reason);
        rabbit.channel().basicNack(letter.getEnvelope().getDeliveryTag(), false, true);

        Outcome outcome = replay(Optional.empty());

        assertThat(outcome.result()).isEqualTo(Result.SUCCEEDED);
        assertThat(rabbit.ready(letters)).isZero();
        GetResponse back = take(queue);
        assertThat(back.getEnvelope().getExchange()).isEqualTo(exchange);
        assertThat(back.getEnvelope().getRoutingKey()).isEqualTo(KEY);
        assertThat(back.getProps().getHeaders())
                .doesNotContainKeys("x-death", "x-first-death-reason")
                .containsKeys("signalbox-replay-id", "signalbox-replay-of");
    }

    @Test
    void whatWasRejectedGoesBack() throws Exception {
        String queue = queue("classic", Map.of());
        send(new BasicProperties());
        reject(queue, false);

        assertReplayed(queue, "rejected");
    }

    @Test
    void aCopyIsAsTheRulesSayAndTheLetterIsKeptAsItWas() throws Exception {
        String queue = queue("classic", Map.of());
        send(new BasicProperties.Builder().headers(Map.of("tenant", 7)).build());
        rabbit.send(
                exchange,
                KEY,
                new BasicProperties.Builder().headers(Map.of("tenant", 7)).build(),
                "{\"total\": 1.50}".getBytes(StandardCharsets.UTF_8));
        reject(queue, false);
        reject(queue, false);
        rabbit.awaitReady(letters, 2);

        Plan plan =
                connector.plan(
                        new Action.ReplayDeadLetters(
                                letters,
                                new MessageSelection.All(),
                                Optional.empty(),
                                false,
                                new MessageEdits.Rules(List.of(JsonRule.parse("$.currency=EUR")))));
        RecordingExecution execution = new RecordingExecution();
        connector.execute(plan, execution);

        assertThat(plan.effect().count()).isEqualTo(1);
        assertThat(plan.hazards()).extracting(Plan.Hazard::code).contains("replay-not-editable");
        GetResponse copy = take(queue);
        assertThat(new String(copy.getBody(), StandardCharsets.UTF_8))
                .isEqualTo("{\"total\": 1.50,\"currency\":\"EUR\"}");
        assertThat(copy.getProps().getHeaders()).containsEntry("tenant", 7);
        assertThat(execution.backedUp())
                .extracting(Message::value)
                .containsExactly(Bytes.utf8("{\"total\": 1.50}"));
        // What could not be changed is where it was.
        rabbit.awaitReady(letters, 1);
    }

    @Test
    void whatExpiredGoesBackWithItsExpiration() throws Exception {
        String queue = queue("classic", Map.of());
        send(new BasicProperties.Builder().expiration("50").build());
        rabbit.awaitReady(letters, 1);
        rabbit.channel().queueUnbind(queue, exchange, KEY);
        String patient = rabbit.queue("classic", Map.of());
        rabbit.channel().queueBind(patient, exchange, KEY);

        assertThat(replay(Optional.empty()).result()).isEqualTo(Result.SUCCEEDED);

        // It expires there as it would have at first: what the letter says is what counts.
        assertThat(rabbit.ready(letters)).isZero();
    }

    @Test
    void whatDidNotFitGoesBack() throws Exception {
        String queue = queue("classic", Map.of("x-max-length", 1));
        send(new BasicProperties());
        send(new BasicProperties());
        rabbit.awaitReady(letters, 1);
        rabbit.channel().queuePurge(queue);

        assertReplayed(queue, "maxlen");
    }

    @Test
    void whatWasDeliveredTooOftenGoesBack() throws Exception {
        String queue = queue("quorum", Map.of("x-delivery-limit", 1));
        send(new BasicProperties());
        reject(queue, true);
        reject(queue, true);

        assertReplayed(queue, "delivery_limit");
    }

    @Test
    void aCopyKeepsWhatItCarriesAndGoesNowhereElse() throws Exception {
        String queue = queue("classic", Map.of());
        String other = rabbit.queue("classic", Map.of());
        rabbit.channel().queueBind(other, exchange, "other");
        Map<String, Object> headers = new HashMap<>();
        headers.put("CC", List.of("other"));
        headers.put("count", 5L);
        send(
                new BasicProperties.Builder()
                        .headers(headers)
                        .contentType("text/plain")
                        .messageId("m-1")
                        .priority(4)
                        .deliveryMode(2)
                        .build());
        rabbit.awaitReady(other, 1);
        reject(queue, false);

        replay(Optional.empty());

        GetResponse back = take(queue);
        assertThat(back.getProps().getHeaders()).containsEntry("count", 5L);
        assertThat(back.getProps().getMessageId()).isEqualTo("m-1");
        assertThat(back.getProps().getPriority()).isEqualTo(4);
        assertThat(back.getProps().getContentType()).isEqualTo("text/plain");
        assertThat(rabbit.ready(other)).isEqualTo(1);
    }

    @Test
    void whatReachesNoQueueStaysWhereItWas() throws Exception {
        String queue = queue("classic", Map.of());
        send(new BasicProperties());
        reject(queue, false);
        rabbit.awaitReady(letters, 1);
        rabbit.channel().queueUnbind(queue, exchange, KEY);
        RecordingExecution execution = new RecordingExecution();

        Outcome outcome = connector.execute(plan(Optional.empty()), execution);

        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.steps())
                .anySatisfy(
                        step ->
                                assertThat(step.problem())
                                        .hasValueSatisfying(
                                                problem ->
                                                        assertThat(problem.summary())
                                                                .contains("returned")));
        assertThat(rabbit.ready(letters)).isEqualTo(1);
        assertThat(execution.inDoubt()).isEmpty();
        assertThat(execution.sent()).isEmpty();
    }

    @Test
    void whatAFullQueueRefusesStaysWhereItWas() throws Exception {
        String queue = queue("classic", Map.of("x-max-length", 1, "x-overflow", "reject-publish"));
        send(new BasicProperties());
        reject(queue, false);
        rabbit.awaitReady(letters, 1);
        send(new BasicProperties());

        Outcome outcome = replay(Optional.empty());

        assertThat(outcome.done()).isZero();
        assertThat(rabbit.ready(letters)).isEqualTo(1);
        assertThat(rabbit.ready(queue)).isEqualTo(1);
    }

    @Test
    void lettersOfAnExchangeThatIsGoneAreLeftOutUnlessTheyAreSentElsewhere() throws Exception {
        String queue = queue("classic", Map.of());
        send(new BasicProperties());
        reject(queue, false);
        rabbit.awaitReady(letters, 1);
        rabbit.channel().exchangeDelete(exchange);

        Plan plan = plan(Optional.empty());

        assertThat(plan.effect().count()).isZero();
        assertThat(plan.hazards()).anyMatch(hazard -> hazard.code().equals("replay-no-target"));

        assertThat(replay(Optional.of(queue)).result()).isEqualTo(Result.SUCCEEDED);
        assertThat(take(queue).getEnvelope().getRoutingKey()).isEqualTo(KEY);
    }

    @Test
    void aQueueThatVanishesIsTold() throws Exception {
        String queue = queue("classic", Map.of());
        send(new BasicProperties());
        reject(queue, false);
        rabbit.awaitReady(letters, 1);
        Plan plan = plan(Optional.empty());
        RecordingExecution execution =
                new RecordingExecution()
                        .onSending(
                                () -> {
                                    try {
                                        rabbit.channel().queueDelete(letters);
                                    } catch (java.io.IOException e) {
                                        throw new IllegalStateException(e);
                                    }
                                });

        connector.execute(plan, execution);

        assertThat(LetterRanges.count(execution.sent())).isEqualTo(1);
        assertThat(rabbit.ready(queue)).isEqualTo(1);
        assertThatThrownBy(() -> plan(Optional.empty()))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.NOT_FOUND));
    }

    @Test
    void aMessageToAnExchangeGoesByItsKeyAndComesBackWhereNobodyWantsIt() throws Exception {
        String queue = queue("classic", Map.of());

        publish(exchange, KEY);
        assertThat(take(queue).getEnvelope().getRoutingKey()).isEqualTo(KEY);

        assertThatThrownBy(() -> publish(exchange, "nobody"))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.NOT_FOUND));
    }

    private Outcome publish(String target, String key) throws Exception {
        return connector.execute(
                connector.plan(
                        new Action.PublishMessage(
                                target,
                                OptionalInt.empty(),
                                Bytes.utf8(key),
                                Bytes.utf8("hello"),
                                List.of())),
                new RecordingExecution());
    }

    @Test
    void whatOneMayNotWriteIsRefused() throws Exception {
        rabbit.user("reader", "monitoring", "none");
        rabbit.api(
                "PUT",
                "/permissions/%2F/reader",
                "{\"configure\":\"\",\"write\":\"\",\"read\":\".*\"}");
        String queue = queue("classic", Map.of());
        try (Connector reader =
                new RabbitConnectorProvider()
                        .connect(rabbit.profile(Map.of("user", "reader", "password", "secret")))) {
            Plan plan =
                    reader.plan(
                            new Action.PublishMessage(
                                    queue,
                                    OptionalInt.empty(),
                                    null,
                                    Bytes.utf8("hello"),
                                    List.of()));

            assertThatThrownBy(() -> reader.execute(plan, new RecordingExecution()))
                    .isInstanceOfSatisfying(
                            ConnectorException.class,
                            e ->
                                    assertThat(e.problem().kind())
                                            .isEqualTo(ProblemKind.AUTHORIZATION));
            assertThat(rabbit.ready(queue)).isZero();
        }
    }
}
