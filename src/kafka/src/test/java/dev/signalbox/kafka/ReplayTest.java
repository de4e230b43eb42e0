package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.JsonRule;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Draft;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.RecordingExecution;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private final KafkaFixture kafka = KafkaFixture.shared();
    private KafkaConnector connector;
    private String origin;
    private String deadLetters;

    @BeforeEach
    void connect() throws Exception {
        connector = kafka.connector();
        origin = kafka.topic("pay", 3, KafkaConnectorTest.KEPT);
        deadLetters = kafka.exactTopic(origin + "-dlt", 3, KafkaConnectorTest.KEPT);
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void tellsWhoWillReceiveThem() throws Exception {
        kafka.send(List.of(letter(1, 0, Draft.numbered(0))));
        kafka.commit("payment", origin, 1, 0);
        kafka.commit("audit-" + origin, origin, 1, 0);

        Plan plan = connector.plan(replay(Optional.empty()));

        assertThat(plan.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.text()).contains(origin));
        assertThat(hazard(plan, "readers")).contains("payment");
        assertThat(hazard(plan, "replay-other-readers")).contains("audit-" + origin);
        assertThat(plan.hazards())
                .extracting(Hazard::code)
                .contains("exactly-once", "replay-letters-stay");
    }

    @Test
    void tellsWhenNobodyIsThereToReceiveThem() throws Exception {
        kafka.send(List.of(letter(1, 0, Draft.numbered(0))));

        assertThat(hazard(connector.plan(replay(Optional.empty())), "no-readers")).contains(origin);
    }

    @Test
    void putsCopiesIntoTheirOldPartitionWithTheirOldTime() throws Exception {
        kafka.send(List.of(letter(2, 7, Draft.numbered(5))));

        run(replay(Optional.empty()));

        Message copy = copies(origin).getFirst();
        assertThat(copy.id().partition()).isEqualTo(2);
        assertThat(copy.timestamp()).isEqualTo(Draft.numbered(5).timestamp());
        assertThat(copy.headerText("signalbox-replay-of")).contains(deadLetters + "-2@0");
        assertThat(copy.headerText("signalbox-replay-count")).contains("1");
    }

    @Test
    void goesByTheKeyWhereTheOldPartitionIsGone() throws Exception {
        String small = kafka.topic("small", 1, KafkaConnectorTest.KEPT);
        kafka.send(List.of(letter(2, 7, Draft.numbered(5))));

        Plan plan = connector.plan(replay(Optional.of(small)));
        connector.execute(plan, new RecordingExecution());

        assertThat(hazard(plan, "replay-by-key")).contains(small);
        assertThat(copies(small)).hasSize(1);
        assertThat(copies(origin)).isEmpty();
    }

    @Test
    void leavesOutWhatSaysNoOriginUnlessToldWhere() throws Exception {
        kafka.send(
                List.of(
                        letter(0, 0, Draft.numbered(0)),
                        new ProducerRecord<>(deadLetters, 0, new byte[] {1}, new byte[] {2})));

        Plan plan = connector.plan(replay(Optional.empty()));

        assertThat(plan.effect().count()).isEqualTo(1);
        assertThat(hazard(plan, "replay-no-origin")).contains("1");
        assertThat(connector.plan(replay(Optional.of(origin))).effect().count()).isEqualTo(2);
    }

    @Test
    void leavesOutWhatCameFromATopicThatIsGone() throws Exception {
        kafka.send(
                List.of(
                        SpringLetters.record(deadLetters, "gone", 0, 0, Draft.numbered(0)),
                        SpringLetters.record(deadLetters, deadLetters, 0, 0, Draft.numbered(1)),
                        letter(0, 0, Draft.numbered(2))));

        Plan plan = connector.plan(replay(Optional.empty()));

        assertThat(plan.effect().count()).isEqualTo(1);
        assertThat(plan.hazards())
                .filteredOn(each -> each.code().equals("replay-no-target"))
                .hasSize(2);
        assertThat(run(replay(Optional.empty())).done()).isEqualTo(1);
    }

    @Test
    void bearsHeadersThatMakeNoSense() throws Exception {
        kafka.send(
                List.of(
                        malformed(new Header("kafka_dlt-original-topic", null)),
                        malformed(
                                new Header("kafka_dlt-original-topic", Bytes.of(new byte[] {-1}))),
                        malformed(
                                SpringLetters.text("kafka_dlt-original-topic", origin),
                                SpringLetters.text("kafka_dlt-original-partition", "one"),
                                new Header("kafka_dlt-original-offset", Bytes.of(new byte[0])),
                                SpringLetters.text("kafka_dlt-original-timestamp", "yesterday")),
                        malformed(
                                SpringLetters.text("kafka_dlt-original-topic", origin),
                                SpringLetters.int32("kafka_dlt-original-partition", -5),
                                SpringLetters.int64("kafka_dlt-original-offset", -5),
                                SpringLetters.int64("kafka_dlt-original-timestamp", 1_000))));

        Plan plan = connector.plan(replay(Optional.empty()));
        Outcome outcome = connector.execute(plan, new RecordingExecution());

        assertThat(plan.effect().count()).isEqualTo(2);
        assertThat(outcome.result()).isEqualTo(Result.SUCCEEDED);
        assertThat(copies(origin)).hasSize(2);
        assertThat(copies(origin))
                .allSatisfy(
                        copy ->
                                assertThat(copy.headers())
                                        .noneMatch(each -> each.name().startsWith("kafka_dlt")));
    }

    @Test
    void leavesOutWhatTheTargetWouldRefuse() throws Exception {
        String narrow = kafka.topic("narrow", 3, Map.of("max.message.bytes", "2000"));
        Draft large = new Draft(null, Bytes.of(new byte[1_900]), List.of(), Instant.now());
        kafka.send(List.of(letter(0, 0, large), letter(0, 1, Draft.numbered(1))));

        Plan plan = connector.plan(replay(Optional.of(narrow)));

        assertThat(plan.effect().count()).isEqualTo(1);
        assertThat(hazard(plan, "replay-too-large")).contains(narrow);
        assertThat(connector.execute(plan, new RecordingExecution()).result())
                .isEqualTo(Result.SUCCEEDED);
    }

    @Test
    void warnsOfTargetsThatForgetOrCompactOrStamp() throws Exception {
        String day = kafka.topic("day", 3, Map.of("retention.ms", "1000"));
        String compacted = kafka.topic("compacted", 3, Map.of("cleanup.policy", "compact"));
        String stamping =
                kafka.topic("stamp", 3, Map.of("message.timestamp.type", "LogAppendTime"));
        kafka.send(List.of(letter(0, 0, Draft.numbered(1))));

        assertThat(hazard(connector.plan(replay(Optional.of(day))), "past-retention"))
                .contains(day);
        assertThat(hazard(connector.plan(replay(Optional.of(compacted))), "compacted-target"))
                .contains(compacted);
        assertThat(hazard(connector.plan(replay(Optional.of(stamping))), "new-timestamps"))
                .contains(stamping);
    }

    @Test
    void refusesToReplayATopicToItself() {
        assertThatThrownBy(() -> connector.plan(replay(Optional.of(deadLetters))))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID));
    }

    @Test
    void looksAtSomeOfManyFirstAndThenAtAllOfThem() throws Exception {
        List<ProducerRecord<byte[], byte[]>> many =
                new ArrayList<>(
                        IntStream.range(0, ReplaySurvey.READ + 500)
                                .mapToObj(i -> letter(i % 3, i, Draft.numbered(i)))
                                .toList());
        many.add(new ProducerRecord<>(deadLetters, 0, null, new byte[] {1}));
        many.add(SpringLetters.record(deadLetters, "gone", 1, 0, Draft.numbered(0)));
        kafka.send(many);
        List<Long> told = new ArrayList<>();

        Plan first = connector.plan(replay(Optional.empty()));
        Plan plan = connector.complete(first, (read, _) -> told.add(read));
        Plan again = connector.plan(plan.action());
        Outcome outcome = connector.execute(plan, new RecordingExecution());

        assertThat(first.effect().exact()).isFalse();
        assertThat(first.effect().count()).isBetween((long) many.size() - 2, (long) many.size());
        assertThat(first.hazards()).extracting(Hazard::code).contains("replay-upper-bound");
        assertThat(plan.effect().exact()).isTrue();
        assertThat(plan.effect().count()).isEqualTo(many.size() - 2);
        assertThat(plan.effect().bytes()).isPresent();
        assertThat(plan.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.count()).isEqualTo(many.size() - 2));
        assertThat(hazard(plan, "replay-no-origin")).contains("1");
        assertThat(hazard(plan, "replay-no-target")).contains("gone");
        assertThat(plan.hazards()).extracting(Hazard::code).doesNotContain("replay-upper-bound");
        assertThat(told).contains(1_000L, 10_000L).isSorted();
        assertThat(again.effect().count()).isEqualTo(plan.effect().count());
        assertThat(outcome.done()).isEqualTo(many.size() - 2);
        assertThat(copies(origin)).hasSize(many.size() - 2);
    }

    @Test
    void aLookAtAllLettersEndsWhenItIsInterrupted() throws Exception {
        kafka.send(
                IntStream.range(0, ReplaySurvey.READ + 1)
                        .mapToObj(i -> letter(i % 3, i, Draft.numbered(i)))
                        .toList());
        Plan plan = connector.plan(replay(Optional.empty()));
        List<Long> told = new ArrayList<>();

        assertThatThrownBy(
                        () ->
                                connector.complete(
                                        plan,
                                        (read, _) -> {
                                            told.add(read);
                                            Thread.currentThread().interrupt();
                                        }))
                .isInstanceOf(InterruptedException.class);

        assertThat(told).containsExactly(0L);
    }

    @Test
    void sendsCopiesAsTheRulesSayAndKeepsTheLettersAsTheyWere() throws Exception {
        kafka.send(
                List.of(
                        letter(2, 7, draft("{\"total\": 1.50, \"currency\": null}")),
                        letter(1, 8, draft("no json"))));
        List<Message> letters = copies(deadLetters);
        ReplayDeadLetters replay =
                replay(Optional.empty())
                        .edited(new MessageEdits.Rules(List.of(JsonRule.parse("$.currency=EUR"))));

        Plan plan = connector.plan(replay);
        RecordingExecution execution = new RecordingExecution();
        connector.execute(plan, execution);

        assertThat(plan.effect().count()).isEqualTo(1);
        assertThat(hazard(plan, "replay-not-editable")).contains("1");
        Message copy = copies(origin).getFirst();
        assertThat(copies(origin)).hasSize(1);
        assertThat(copy.id().partition()).isEqualTo(2);
        assertThat(copy.value()).isEqualTo(Bytes.utf8("{\"total\": 1.50, \"currency\": \"EUR\"}"));
        assertThat(execution.backedUp())
                .containsExactlyElementsOf(
                        letters.stream().filter(it -> it.id().partition() == 2).toList());
    }

    @Test
    void sendsOneCopyAsItWasWrittenByHand() throws Exception {
        kafka.send(List.of(letter(2, 7, draft("{}")), letter(2, 8, draft("[]"))));
        MessageId id = new MessageId(deadLetters, 2, 0);
        List<Header> headers =
                List.of(new Header("twice", Bytes.utf8("a")), new Header("twice", Bytes.utf8("b")));

        run(
                new ReplayDeadLetters(
                        deadLetters,
                        new MessageSelection.Ids(List.of(id)),
                        Optional.empty(),
                        false,
                        new MessageEdits.ByHand(id, Bytes.utf8("other"), null, headers)));

        assertThat(copies(origin))
                .singleElement()
                .satisfies(
                        copy -> {
                            assertThat(copy.key()).isEqualTo(Bytes.utf8("other"));
                            assertThat(copy.value()).isNull();
                            assertThat(copy.headers()).startsWith(headers.toArray(Header[]::new));
                            assertThat(copy.headerText("signalbox-replay-of"))
                                    .contains(id.toString());
                        });
    }

    private static Draft draft(String value) {
        Draft usual = Draft.numbered(3);
        return new Draft(usual.key(), Bytes.utf8(value), usual.headers(), usual.timestamp());
    }

    @Test
    void tellsOfAReplayThatWasCutOffAndHidesItsGroup() throws Exception {
        kafka.send(List.of(letter(0, 0, Draft.numbered(1))));
        UUID action = UUID.randomUUID();
        kafka.commit("signalbox-replay-" + action, deadLetters, 0, 1);

        assertThat(hazard(connector.plan(replay(Optional.empty())), "replay-unfinished"))
                .contains(action.toString());
        assertThat(connector.poll().groups())
                .noneMatch(group -> group.id().contains(action.toString()));
    }

    private ProducerRecord<byte[], byte[]> letter(int partition, long offset, Draft original) {
        return SpringLetters.record(deadLetters, origin, partition, offset, original);
    }

    private ProducerRecord<byte[], byte[]> malformed(Header... headers) {
        return Records.record(
                deadLetters, 0, Instant.now(), null, Bytes.utf8("v"), List.of(headers));
    }

    private ReplayDeadLetters replay(Optional<String> to) {
        return new ReplayDeadLetters(deadLetters, new MessageSelection.All(), to, false);
    }

    private Outcome run(ReplayDeadLetters replay) throws Exception {
        return connector.execute(connector.plan(replay), new RecordingExecution());
    }

    private List<Message> copies(String topic) {
        return kafka.readCommitted(topic).stream().map(Records::message).toList();
    }

    private static String hazard(Plan plan, String code) {
        return plan.hazards().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(Hazard::text)
                .orElseThrow(() -> new AssertionError(plan.hazards().toString()));
    }
}
