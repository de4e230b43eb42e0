package dev.signalbox.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.impl.LongStringHelper;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.HeaderValue;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Details.DestinationDetails;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Looking at messages, on a real node.
class BrowseTest {
    private final RabbitFixture rabbit = new RabbitFixture(RabbitNode.shared());
    private final Connector connector = connect();

    private Connector connect() {
        try {
            return new RabbitConnectorProvider().connect(rabbit.profile());
        } catch (ConnectorException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        connector.close();
        rabbit.close();
    }

    private List<Message> browse(String queue, MessageSelection selection, long limit)
            throws Exception {
        try (MessageStream stream = connector.browse(queue, selection, limit)) {
            List<Message> messages = new ArrayList<>();
            for (Optional<Message> next = stream.next(); next.isPresent(); next = stream.next()) {
                messages.add(next.get());
            }
            return messages;
        }
    }

    private List<String> values(String queue, MessageSelection selection, long limit)
            throws Exception {
        return browse(queue, selection, limit).stream().map(BrowseTest::value).toList();
    }

    private static String value(Message message) {
        return Optional.ofNullable(message.value()).flatMap(Bytes::text).orElseThrow();
    }

    private void assertProblem(ProblemKind kind, String queue) {
        assertThatThrownBy(() -> browse(queue, new MessageSelection.All(), 10))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(kind);
                            assertThat(e.problem().summary()).doesNotContain("!");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "quorum"})
    void afterALookAllMessagesAreThereInTheirOrder(String type) throws Exception {
        String queue = rabbit.queue(type, Map.of());
        rabbit.sendNumbers(queue, 0, 30);

        assertThat(values(queue, new MessageSelection.All(), 5))
                .containsExactly("0", "1", "2", "3", "4");
        assertThat(values(queue, new MessageSelection.All(), 100)).hasSize(30);

        for (int i = 0; i < 30; i++) {
            GetResponse got = rabbit.channel().basicGet(queue, true);
            assertThat(got.getBody()).asString().isEqualTo(Integer.toString(i));
        }
        assertThat(rabbit.ready(queue)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "quorum", "stream"})
    void aMessageKeepsItsPositionWhateverElseIsTaken(String type) throws Exception {
        String queue = rabbit.queue(type, Map.of());
        rabbit.sendNumbers(queue, 0, 10);
        MessageId seventh = browse(queue, new MessageSelection.All(), 100).get(7).id();
        if (!type.equals("stream")) {
            rabbit.channel().basicGet(queue, true);
            rabbit.channel().basicGet(queue, true);
        }

        assertThat(values(queue, new MessageSelection.Ids(List.of(seventh)), 100))
                .containsExactly("7");
        assertThat(
                        values(
                                queue,
                                new MessageSelection.Ranges(
                                        List.of(
                                                new MessageSelection.Range(
                                                        0,
                                                        seventh.position(),
                                                        seventh.position() + 1))),
                                100))
                .containsExactly("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "quorum", "stream"})
    void theNewestAreTheLastOnes(String type) throws Exception {
        String queue = rabbit.queue(type, Map.of());
        rabbit.sendNumbers(queue, 0, 12);

        assertThat(values(queue, new MessageSelection.Newest(3), 100))
                .containsExactly("9", "10", "11");
        assertThat(values(queue, new MessageSelection.All(), 100)).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "quorum", "stream"})
    void anEmptyOneHasNoMessages(String type) throws Exception {
        String queue = rabbit.queue(type, Map.of());

        assertThat(browse(queue, new MessageSelection.All(), 10)).isEmpty();
        assertThat(browse(queue, new MessageSelection.Newest(5), 10)).isEmpty();
    }

    @Test
    void equalMessagesHavePositionsOfTheirOwn() throws Exception {
        String queue = rabbit.queue("classic", Map.of());
        for (int i = 0; i < 5; i++) {
            rabbit.send("", queue, new BasicProperties(), new byte[0]);
        }

        List<Message> once = browse(queue, new MessageSelection.All(), 10);

        assertThat(once).extracting(Message::id).doesNotHaveDuplicates().hasSize(5);
        assertThat(browse(queue, new MessageSelection.All(), 10)).isEqualTo(once);
    }

    @Test
    void headersAndPropertiesKeepTheirTypes() throws Exception {
        String queue = rabbit.queue("classic", Map.of());
        Instant then = Instant.parse("2026-11-20T08:00:00Z");
        Map<String, Object> headers = new HashMap<>();
        headers.put("text", "täxt");
        headers.put("odd", LongStringHelper.asLongString(new byte[] {(byte) 0xC3, 0x28}));
        headers.put("bytes", new byte[] {0, -1});
        headers.put("int", 5);
        headers.put("long", 5L);
        headers.put("decimal", new BigDecimal("1.25"));
        headers.put("moment", Date.from(then));
        headers.put("truth", true);
        headers.put("nothing", null);
        headers.put("list", List.of("a", Map.of("b", 1)));
        rabbit.send(
                "",
                queue,
                new BasicProperties.Builder()
                        .headers(headers)
                        .contentType("text/plain")
                        .deliveryMode(2)
                        .priority(3)
                        .correlationId("c")
                        .messageId("m")
                        .timestamp(Date.from(then))
                        .build(),
                new byte[] {1});

        Message message = browse(queue, new MessageSelection.All(), 10).getFirst();

        assertThat(message.key()).isEqualTo(Bytes.utf8(queue));
        assertThat(message.timestamp()).isEqualTo(then);
        assertThat(message.propertyText("exchange")).contains("");
        assertThat(message.propertyText("content-type")).contains("text/plain");
        assertThat(message.propertyText("priority")).contains("3");
        assertThat(message.headers())
                .filteredOn(header -> header.name().equals("odd"))
                .containsExactly(new Header("odd", Bytes.of(new byte[] {(byte) 0xC3, 0x28})));
        assertThat(message.headerContent("int"))
                .contains(new HeaderValue.Whole(5, HeaderValue.Width.INT));
        assertThat(message.headerContent("long"))
                .contains(new HeaderValue.Whole(5, HeaderValue.Width.LONG));
        Map<String, Object> back = Tables.table(message.headers());
        assertThat(Tables.headers(back)).isEqualTo(message.headers());
        assertThat(back).containsEntry("decimal", new BigDecimal("1.25")).containsKey("nothing");
    }

    @Test
    void tablesWithinTablesAndLargeMessagesAreRead() throws Exception {
        String queue = rabbit.queue("classic", Map.of());
        Map<String, Object> nested = Map.of("end", 1);
        for (int i = 0; i < 30; i++) {
            nested = Map.of("in", nested);
        }
        byte[] large = new byte[16 * 1024 * 1024];
        large[large.length - 1] = 7;
        rabbit.send("", queue, new BasicProperties.Builder().headers(nested).build(), large);

        Message message = browse(queue, new MessageSelection.All(), 10).getFirst();

        assertThat(message.value()).isEqualTo(Bytes.of(large));
        assertThat(message.headers()).hasSize(1);
        rabbit.channel().queueDelete(queue);
    }

    @Test
    void tablesTooDeepForTheClientAreToldAndStay() throws Exception {
        String queue = rabbit.queue("classic", Map.of());
        Map<String, Object> nested = Map.of("end", 1);
        for (int i = 0; i < 100; i++) {
            nested = Map.of("in", nested);
        }
        rabbit.send(
                "", queue, new BasicProperties.Builder().headers(nested).build(), new byte[] {1});

        assertProblem(ProblemKind.UNSUPPORTED, queue);
        await().atMost(RabbitFixture.LIMIT).until(() -> rabbit.ready(queue) == 1);
        rabbit.channel().queueDelete(queue);
    }

    @Test
    void aLookStopsBeforeItCostsAMessageOfAQuorumQueue() throws Exception {
        String queue = rabbit.queue("quorum", Map.of("x-delivery-limit", 3));
        rabbit.sendNumbers(queue, 0, 2);

        assertThat(values(queue, new MessageSelection.All(), 10)).hasSize(2);
        assertThat(looksLeft(queue)).isEqualTo(looksCost() ? "1" : "");
        assertThat(values(queue, new MessageSelection.All(), 10)).hasSize(2);

        if (looksCost()) {
            assertProblem(ProblemKind.UNSUPPORTED, queue);
        } else {
            assertThat(values(queue, new MessageSelection.All(), 10)).hasSize(2);
        }
        assertThat(rabbit.ready(queue)).isEqualTo(2);
    }

    private boolean looksCost() {
        return !DeliveryLimit.nackIsFree(
                String.valueOf(rabbit.connection().getServerProperties().get("version")));
    }

    private String looksLeft(String queue) throws Exception {
        return ((DestinationDetails) connector.inspect(new Subject.OfDestination(queue)))
                .settings()
                .getOrDefault("looks left before the delivery limit", "");
    }

    @Test
    void aQueueThatAnotherConsumerHasForItselfIsTold() throws Exception {
        String queue = rabbit.queue("classic", Map.of("x-single-active-consumer", true));
        rabbit.channel().basicQos(1);
        rabbit.channel().basicConsume(queue, false, (_, _) -> {}, _ -> {});
        rabbit.sendNumbers(queue, 0, 3);

        assertProblem(ProblemKind.CONFLICT, queue);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertProblem(ProblemKind.NOT_FOUND, "nobody-made-this");
    }
}
