package dev.signalbox.app.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.testing.FakeReader;
import dev.signalbox.app.testing.RabbitSamples;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.model.Bytes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class QueuesScreenTest {
    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @Test
    void showsTheMessagesOfTheSelectedTopic(FxRobot robot) {
        Samples.fill(window.connections().history("shop-kafka"));
        window.connections().read("shop-kafka", new FakeReader());
        window.tell(Samples.broker());
        window.show(FeatureId.QUEUES);
        window.picture("queues");
        window.show(FeatureId.QUEUES, new Focus("shop-kafka", "orders"));
        window.await(() -> robot.lookup("4711").tryQuery().isPresent());
        robot.clickOn("4711");
        window.picture("queues-messages");
        robot.clickOn("#queues-tab-partitions");
        window.picture("queues-partitions");
        assertThat(robot.lookup("#purge").tryQuery()).isPresent();
    }

    @Test
    void ofALongPayloadTheBeginningIsShownAndAllOfItWhenAskedFor(FxRobot robot) {
        String json = "[" + "{\"order\":4711,\"note\":\"ok\"},".repeat(40_000) + "1]";
        window.connections().read("shop-kafka", new FakeReader(Bytes.utf8(json)));
        window.tell(Samples.broker());
        window.show(FeatureId.QUEUES, new Focus("shop-kafka", "orders"));
        window.await(() -> robot.lookup("4711").tryQuery().isPresent());
        robot.clickOn("4711");
        window.picture("payload-beginning");
        assertThat(lines(robot)).isEmpty();
        robot.clickOn(seen(robot, "#content-all").orElseThrow());
        window.await(() -> lines(robot).size() == 160_003);
        assertThat(lines(robot).getFirst()).isEqualTo("[");
        window.picture("payload-whole");
        robot.clickOn(seen(robot, "#look-hex").orElseThrow());
        window.await(() -> lines(robot).getFirst().startsWith("000000  5b"));
        window.picture("payload-whole-hex");
    }

    @SuppressWarnings("unchecked")
    private static List<String> lines(FxRobot robot) {
        return seen(robot, "#content-lines")
                .map(list -> ((ListView<String>) list).getItems())
                .<List<String>>map(List::copyOf)
                .orElse(List.of());
    }

    /// Of the payload: the key of a message has the same, in a tab behind it.
    private static Optional<Node> seen(FxRobot robot, String query) {
        return robot.lookup(query).queryAll().stream()
                .filter(
                        node ->
                                Stream.<Node>iterate(node, Objects::nonNull, Node::getParent)
                                        .allMatch(Node::isVisible))
                .findFirst();
    }

    @Test
    void aQueueTellsWhatATopicCannot(FxRobot robot) {
        window.connections().read("shop-rabbit", new FakeReader());
        window.tell(RabbitSamples.node());
        window.show(FeatureId.QUEUES, new Focus("shop-rabbit", "payments"));
        window.await(() -> robot.lookup("#queues-tab-bindings").tryQuery().isPresent());
        assertThat(robot.lookup("full: refuses publishers").tryQuery()).isPresent();
        window.picture("queues-rabbitmq");
        robot.clickOn("#queues-tab-bindings");
        window.await(() -> robot.lookup("order.#").tryQuery().isPresent());
        window.picture("queues-rabbitmq-bindings");
        window.tell(RabbitSamples.nodeInAlarm());
        window.await(() -> robot.lookup("rates disabled on the server").tryQuery().isPresent());
        assertThat(robot.lookup(".banner .label").queryAllAs(Labeled.class))
                .extracting(Labeled::getText)
                .anyMatch(said -> said.startsWith("shop-rabbit warns: Node rabbit@shop-1 has a"));
        window.picture("queues-rabbitmq-alarm");
        window.show(FeatureId.OVERVIEW);
        window.picture("overview-rabbitmq-alarm");
    }

    @Test
    void aServerShowsItsNodesAndWhoIsBlocked(FxRobot robot) {
        window.connections().read("shop-rabbit", new FakeReader());
        window.tell(RabbitSamples.nodeInAlarm());
        window.show(FeatureId.SERVERS);
        window.await(() -> robot.lookup("47 MiB of 50 MiB").tryQuery().isPresent());
        window.picture("servers-nodes");
        robot.clickOn("Connections (2)");
        window.await(() -> robot.lookup("payment (10.0.0.7:51122)").tryQuery().isPresent());
        window.picture("servers-connections");
    }

    @Test
    void aMessageIsWrittenCheckedAndHandedToTheReview(FxRobot robot) {
        Samples.fill(window.connections().history("shop-kafka"));
        window.connections().read("shop-kafka", new FakeReader());
        window.tell(Samples.broker());
        window.show(FeatureId.QUEUES, new Focus("shop-kafka", "orders"));
        robot.clickOn("#queues-tab-charts");
        window.picture("queues-figures");
        robot.clickOn("#publish");
        robot.clickOn("#publish-partition").write("x");
        robot.clickOn("#publish-review");
        window.picture("publish");
        assertThat(robot.lookup("#publish-review").tryQuery())
                .as("still there: the partition is no number")
                .isPresent();
    }
}
