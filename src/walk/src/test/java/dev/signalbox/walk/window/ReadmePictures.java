package dev.signalbox.walk.window;

import static org.awaitility.Awaitility.await;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.demo.DemoBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Takes the pictures of the README from the real demo, into `target/screens`: `./dev pictures` puts them where they
/// belong. Its name keeps it out of the tests.
class ReadmePictures {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// How long the demo has been up before anything is photographed: charts need a past.
    private static final Duration PAST = Duration.ofSeconds(100);

    private final Walk walk = new Walk();
    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void open() throws Exception {
        walk.open();
    }

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void kafka() {
        walk.picture("readme-welcome");
        start("#try-demo");
        String xid = walk.hungTransaction(PATIENCE);
        common("readme-", DemoBroker.KAFKA, "payment");

        walk.show(FeatureId.TRANSACTIONS);
        walk.clickRow("#transactions", xid);
        walk.picture("readme-transactions");
        walk.show(FeatureId.DEMO);
        walk.picture("readme-demo");

        Focus flow = new Focus(DemoBroker.KAFKA.profile(), DemoBroker.KAFKA.flow());
        walk.show(FeatureId.QUEUES, flow);
        walk.click("#queues-tab-partitions");
        walk.picture("readme-partitions");
        servers(DemoBroker.KAFKA, "readme-servers");
        incident("readme-", DemoBroker.KAFKA);
    }

    @Test
    void rabbitmq() {
        start("#try-demo-rabbitmq");
        walk.hungTransaction(PATIENCE);
        common("readme-rabbitmq-", DemoBroker.RABBITMQ, "recommendations");

        Focus flow = new Focus(DemoBroker.RABBITMQ.profile(), DemoBroker.RABBITMQ.flow());
        walk.show(FeatureId.QUEUES, flow);
        walk.click("#queues-tab-bindings");
        walk.picture("readme-rabbitmq-bindings");
        servers(DemoBroker.RABBITMQ, "readme-rabbitmq-servers");
        walk.show(FeatureId.QUEUES, flow);
        walk.click("#queues-tab-messages");
        walk.click("#browse-read");
        await().atMost(PATIENCE).until(() -> !walk.isThere(".table-view .progress-indicator"));
        walk.picture("readme-rabbitmq-messages");
        for (String dialog : List.of("purge", "move")) {
            walk.click("#" + dialog);
            walk.picture("readme-rabbitmq-" + dialog);
            walk.press(KeyCode.ESCAPE);
        }
        incident("readme-rabbitmq-", DemoBroker.RABBITMQ);
    }

    /// From what needs a hand to what came of it.
    private void incident(String prefix, DemoBroker broker) {
        walk.switchOff("poison-messages", PATIENCE);
        walk.show(FeatureId.OVERVIEW);
        walk.picture(prefix + "incident-needs");
        walk.click("#need-dead-letters");
        walk.picture(prefix + "incident-letters");
        walk.click("#replay-all");
        await().atMost(PATIENCE).until(() -> walk.isThere("#action-confirm"));
        walk.picture(prefix + "incident-plan");
        walk.click("#replay-careful");
        walk.picture(prefix + "incident-careful");
        walk.confirmed();
        walk.picture(prefix + "incident-done");
        walk.click("#action-operations");
        walk.picture(prefix + "incident-operations");
        walk.show(FeatureId.DEAD_LETTERS, new Focus(broker.profile(), broker.deadLetters()));
        walk.picture(prefix + "incident-after");
    }

    private void servers(DemoBroker broker, String picture) {
        walk.show(FeatureId.SERVERS, new Focus(broker.profile(), ""));
        await().atMost(PATIENCE).until(() -> walk.isThere("#servers-again"));
        awaitRow("#servers-tabs");
        walk.picture(picture);
    }

    private void start(String button) {
        walk.click(button);
        await().atMost(PATIENCE).until(() -> walk.isThere("#go-demo"));
        walk.click("#tour-skip");
        Instant up = Instant.now();
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(up.plus(PAST)));
    }

    private void common(String prefix, DemoBroker broker, String group) {
        walk.show(FeatureId.OVERVIEW);
        walk.picture(prefix + "overview");
        walk.show(FeatureId.QUEUES, new Focus(broker.profile(), broker.flow()));
        walk.click("#queues-tab-charts");
        walk.picture(prefix + "queues");
        walk.show(FeatureId.CONSUMERS, new Focus(broker.profile(), group));
        walk.picture(prefix + "consumers");

        walk.show(FeatureId.DEAD_LETTERS, new Focus(broker.profile(), broker.deadLetters()));
        awaitRow("#letters");
        robot.clickOn(firstRow("#letters"));
        WaitForAsyncUtils.waitForFxEvents();
        walk.picture(prefix + "dead-letters");
        walk.click("#replay-selected");
        await().atMost(PATIENCE).until(() -> walk.isThere("#action-confirm"));
        WaitForAsyncUtils.waitForFxEvents();
        walk.picture(prefix + "replay");
        walk.press(KeyCode.ESCAPE);
    }

    private void awaitRow(String table) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                robot.lookup(table).tryQuery().isPresent()
                                        && robot.from(robot.lookup(table))
                                                .lookup(".table-row-cell:filled")
                                                .tryQuery()
                                                .isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node firstRow(String table) {
        return robot.from(robot.lookup(table)).lookup(".table-row-cell:filled").query();
    }
}
