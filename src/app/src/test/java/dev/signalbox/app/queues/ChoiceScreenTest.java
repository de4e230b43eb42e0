package dev.signalbox.app.queues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.testing.FakeReader;
import dev.signalbox.app.testing.Looking;
import dev.signalbox.app.testing.RabbitSamples;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.text.Language;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is purged from a queue and moved out of it, as far as the review.
@ExtendWith(ApplicationExtension.class)
class ChoiceScreenTest {
    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @AfterEach
    void speakAsBefore() {
        TestWindow.onFx(Language.SYSTEM::speak);
    }

    @Test
    void aPurgeOfTheFirstNeedsANumber(FxRobot robot) {
        open(robot);
        robot.clickOn("#purge");
        window.picture("purge-choice");
        robot.clickOn("#purge-first");
        type(robot, "#purge-count", "0");
        robot.clickOn("#purge-review");
        assertThat(complaint(robot)).contains("Say how many");
        type(robot, "#purge-count", "3");
        robot.clickOn("#purge-review");
        awaitReview(robot, "Purge payments");
    }

    @Test
    void aPurgeOfThoseThatMatchSaysWhenNoneDoes(FxRobot robot) {
        open(robot);
        robot.clickOn("#purge");
        robot.clickOn("#purge-matching");
        type(robot, "#purge-condition", "payload~YEN");
        robot.clickOn("#purge-review");
        window.await(() -> robot.lookup(".dialog-body .banner").tryQuery().isPresent());
        assertThat(complaint(robot)).contains("No message is meant by that.");
        type(robot, "#purge-condition", "what");
        robot.clickOn("#purge-review");
        window.await(() -> complaint(robot).contains("could not be found out"));
        window.picture("purge-complaint");
        type(robot, "#purge-condition", "payload~EUR");
        robot.clickOn("#purge-review");
        awaitReview(robot, "Purge payments");
    }

    @Test
    void aMoveAsksWhereTo(FxRobot robot) {
        open(robot);
        robot.clickOn("#move");
        robot.clickOn("#purge-review");
        assertThat(complaint(robot)).contains("Say where they are to go.");
        window.picture("move-choice");
        type(robot, "#move-target", "stock");
        robot.clickOn("#purge-review");
        awaitReview(robot, "Move messages of payments");
    }

    @Test
    void escapeTurnsAwayAndLeavesTheQueueOpen(FxRobot robot) {
        open(robot);
        for (String button : List.of("#purge", "#move")) {
            robot.clickOn(button);
            window.await(() -> robot.lookup("#purge-review").tryQuery().isPresent());
            robot.type(KeyCode.ESCAPE);
            window.await(() -> robot.lookup("#purge-review").tryQuery().isEmpty());
        }
        assertThat(robot.lookup("#move").tryQuery()).isPresent();
    }

    @Test
    void bothAreWholeInChinese(FxRobot robot) {
        TestWindow.onFx(() -> window.composition().tongue().choose(Language.CHINESE));
        open(robot);
        for (String button : new String[] {"#purge", "#move"}) {
            robot.clickOn(button);
            window.picture("choice-zh-" + button.substring(1));
            TestWindow.onFx(() -> assertThat(Looking.cutOff(window.scene().getRoot())).isEmpty());
            TestWindow.onFx(() -> window.composition().shell().close());
        }
    }

    private void open(FxRobot robot) {
        window.connections().read("shop-rabbit", new FakeReader());
        window.tell(RabbitSamples.node());
        window.show(FeatureId.QUEUES, new Focus("shop-rabbit", "payments"));
        window.await(() -> robot.lookup("#purge").tryQuery().isPresent());
    }

    private static void type(FxRobot robot, String field, String words) {
        TestWindow.onFx(() -> robot.lookup(field).queryAs(TextField.class).setText(words));
    }

    private static String complaint(FxRobot robot) {
        return robot.lookup(".dialog-body .banner .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .reduce("", String::concat);
    }

    private void awaitReview(FxRobot robot, String title) {
        window.await(
                () ->
                        robot.lookup("#action-title").<Labeled>tryQuery().stream()
                                .anyMatch(label -> label.getText().equals(title)));
    }
}
