package dev.signalbox.walk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.core.demo.DemoDescription;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.TransactionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/// What a newcomer does with the mouse, on the real demo: one broker, one coordinator, three databases and four
/// services for all of it. Every effect is looked up where it has to be: in the databases and on the broker.
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class WalkThroughTest {
    private static final String LETTERS = "orders-dlt";
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// As long as that no order that was being placed is still on its way.
    private static final Duration STILL = Duration.ofSeconds(3);

    private final Walk walk = new Walk();

    @BeforeAll
    void open() throws Exception {
        walk.open();
    }

    @AfterAll
    void close() {
        walk.close();
    }

    @Test
    @Order(1)
    void theDemoComesUpFromTheWelcomeScreenAndIsConnectedTo() {
        walk.click("#try-demo");
        await().atMost(PATIENCE)
                .until(
                        () ->
                                walk.isThere(".demo-progress .tone-good")
                                        || walk.isThere(".demo-progress .banner"));
        assertThat(walk.isThere(".demo-progress .banner")).as("the demo does not start").isFalse();
        walk.picture("demo-starting");

        await().atMost(START).until(() -> walk.isThere("#go-demo"));

        await().atMost(PATIENCE).until(() -> walk.kafka().isPresent() && walk.seata().isPresent());
        walk.show(FeatureId.OVERVIEW);
        walk.picture("demo-overview");
    }

    @Test
    @Order(2)
    void aHungTransactionIsRolledBackAndAllRowsAreAsBefore() throws Exception {
        DemoDatabases databases = new DemoDatabases(walk.demo());
        String xid = walk.hungTransaction(PATIENCE);
        String order = databases.one("orders", "SELECT id FROM orders WHERE xid = ?", xid);
        walk.setRate("0");
        Map<String, List<String>> without = whenNothingMoves(databases, xid, order);
        assertThat(databases.undoLogs(xid)).isEqualTo(3);

        walk.show(FeatureId.TRANSACTIONS);
        walk.clickRow("#transactions", xid);
        walk.picture("demo-transaction");
        walk.click("#roll-back");
        assertThat(walk.confirmed()).isEqualTo("Roll back 3 branches");
        walk.picture("demo-rolled-back");
        walk.click("#action-cancel");

        assertThat(databases.content()).isEqualTo(without);
        assertThat(databases.undoLogs(xid)).isZero();
        assertThat(databases.rows("orders", "SELECT id FROM orders WHERE xid = ?", xid)).isEmpty();
        assertThat(databases.rows("orders", "SELECT topic FROM outbox WHERE order_id = ?", order))
                .isEmpty();
        await().atMost(PATIENCE).until(() -> walk.transactions(TransactionStatus.BEGIN).isEmpty());
    }

    /// What all tables hold but for that order, once its transaction is the only one in flight and no row has
    /// changed for a while.
    private Map<String, List<String>> whenNothingMoves(
            DemoDatabases databases, String xid, String order) {
        AtomicReference<Map<String, List<String>>> last = new AtomicReference<>(Map.of());
        await().atMost(PATIENCE)
                .pollDelay(STILL)
                .pollInterval(STILL)
                .until(
                        () -> {
                            Map<String, List<String>> now = databases.withoutOrder(order);
                            boolean same = now.equals(last.getAndSet(now));
                            return same && walk.inFlight().equals(List.of(xid));
                        });
        return Objects.requireNonNull(last.get());
    }

    @Test
    @Order(3)
    void aGroupThatLagsDrainsWhenTheIncidentIsOver() {
        walk.setRate("4");
        await().atMost(PATIENCE).until(() -> walk.lag("recommendation") > 20);
        walk.show(FeatureId.OVERVIEW);
        walk.picture("demo-needs");
        walk.show(FeatureId.CONSUMERS);
        walk.picture("demo-lag");

        walk.show(FeatureId.DEMO);
        walk.click("#incident-slow-consumer");

        await().atMost(PATIENCE).until(() -> walk.lag("recommendation") <= 5);
    }

    @Test
    @Order(4)
    void fromTheOverviewThreeClicksReplayTheDeadLettersAndEachIsConsumedOnce() throws Exception {
        DemoDatabases databases = new DemoDatabases(walk.demo());
        await().atMost(PATIENCE).until(() -> walk.retained(LETTERS) >= 1);
        walk.switchOff("poison-messages", PATIENCE);
        List<String> orders =
                walk.messages(LETTERS).stream()
                        .map(letter -> letter.headerText("order-id").orElseThrow())
                        .toList();
        String order = orders.getFirst();
        assertThat(databases.captures(order)).isZero();

        walk.show(FeatureId.OVERVIEW);
        int before = walk.clicks();
        walk.click("#need-dead-letters");
        walk.picture("demo-letter");
        walk.click("#replay-all");
        assertThat(walk.confirmed()).startsWith("Replay " + orders.size() + " message");
        assertThat(walk.clicks() - before).as("clicks").isLessThanOrEqualTo(3);
        walk.picture("demo-replayed");
        walk.click("#action-cancel");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            for (String each : orders) {
                                databases.assertWentThroughOnce(each);
                            }
                        });

        // It is done with, and hidden until somebody asks for it.
        await().atMost(PATIENCE).until(() -> walk.isThere("#show-replayed"));
        walk.click("#show-replayed");
        walk.clickRow("#letters", order);
        walk.click("#replay-selected");
        await().atMost(PATIENCE).until(() -> walk.isThere("#action-plan-again"));
        walk.press(KeyCode.ESCAPE);
        databases.assertWentThroughOnce(order);
    }

    @Test
    @Order(5)
    void discardedLettersComeBackByteForByte() throws Exception {
        List<Message> before = walk.messages(LETTERS);
        assertThat(before).isNotEmpty();

        walk.show(FeatureId.DEAD_LETTERS);
        walk.click("#discard-all");
        assertThat(walk.confirmed()).startsWith("Purge " + before.size() + " message");
        await().atMost(PATIENCE).until(() -> walk.retained(LETTERS) == 0);
        assertThat(walk.messages(LETTERS)).isEmpty();
        walk.click("#action-undo");
        assertThat(walk.confirmed()).startsWith("Restore " + before.size() + " message");
        walk.picture("demo-restored");
        walk.click("#action-cancel");

        assertThat(withoutOffsets(walk.messages(LETTERS)))
                .containsExactlyInAnyOrderElementsOf(withoutOffsets(before));
    }

    @Test
    @Order(6)
    void stoppingTheDemoLeavesNothing() throws Exception {
        DemoDescription demo = walk.demo();
        List<ProcessHandle> all = walk.processes(demo);
        assertThat(all).hasSizeGreaterThan(6);

        walk.show(FeatureId.DEMO);
        walk.picture("demo-running");
        walk.click("#demo-stop");

        await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        await().atMost(PATIENCE).until(() -> walk.isThere("#try-demo"));
        assertThat(DemoDescription.ofRunning(walk.folder())).isEmpty();
        assertThat(walk.folder().resolve("demo.json")).doesNotExist();
    }

    /// All of a message but the offset, which is new after a restore.
    private record Content(
            int partition,
            @Nullable Instant timestamp,
            @Nullable Bytes key,
            @Nullable Bytes value,
            List<Header> headers) {}

    private static List<Content> withoutOffsets(List<Message> messages) {
        return messages.stream()
                .map(
                        message ->
                                new Content(
                                        message.id().partition(),
                                        message.timestamp(),
                                        message.key(),
                                        message.value(),
                                        message.headers()))
                .toList();
    }
}
