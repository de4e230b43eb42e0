package dev.signalbox.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.prefs.Mode;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.Screenshots;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.profile.Environment;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ShellScreenTest {
    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    private FeatureId current() {
        return window.composition().shell().currentProperty().get();
    }

    @Test
    void ctrlAndADigitGoesToAScreen(FxRobot robot) {
        window.tell(Samples.broker());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(current()).isEqualTo(FeatureId.CONSUMERS);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(current()).isEqualTo(FeatureId.OVERVIEW);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT9);
        assertThat(current()).isEqualTo(FeatureId.OVERVIEW);
    }

    @Test
    void theSlashGoesToTheFilterAndEscClearsIt(FxRobot robot) {
        window.tell(Samples.broker());
        window.show(FeatureId.CONSUMERS);
        robot.type(KeyCode.SLASH);
        Node focused = window.scene().getFocusOwner();
        assertThat(focused.getStyleClass()).contains("filter");
        robot.write("recomm");
        assertThat(((TextInputControl) focused).getText()).isEqualTo("recomm");
        assertThat(robot.lookup("warehouse-export").tryQuery()).isEmpty();
        assertThat(robot.lookup("recommendation").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        assertThat(((TextInputControl) focused).getText()).isEmpty();
        assertThat(robot.lookup("warehouse-export").tryQuery()).isPresent();
    }

    @Test
    void productionIsToldOverEverything(FxRobot robot) {
        window.tell(
                Samples.live(
                        Samples.kafka(Environment.PRODUCTION),
                        Samples.brokerSnapshot(),
                        Samples.brokerDerived()));
        window.show(FeatureId.QUEUES);
        window.picture("production");
        assertThat(robot.lookup(".production-strip").query().isVisible()).isTrue();
        window.connections().close("shop-kafka");
        window.tell(Samples.broker());
        assertThat(robot.lookup(".production-strip").query().isVisible()).isFalse();
    }

    @Test
    void whatIsOldIsPaleAndSaysHowOld(FxRobot robot) {
        window.tell(Samples.stale(Samples.broker()));
        window.show(FeatureId.CONSUMERS);
        window.picture("stale");
        assertThat(robot.lookup(".table-row-cell").nth(0).<Node>query().getPseudoClassStates())
                .anyMatch(it -> it.getPseudoClassName().equals("stale"));
        assertThat(robot.lookup(".banner .label").nth(0).<Label>query().getText())
                .contains("shop-kafka does not answer, last seen 2 s ago");
    }

    @Test
    void whatWasNeverReadIsNotCalledEmpty(FxRobot robot) {
        window.tell(Samples.connecting(Samples.kafka(Environment.TEST)));
        window.show(FeatureId.QUEUES);
        window.picture("connecting");
        assertThat(robot.lookup(".placeholder .progress-indicator").tryQuery()).isPresent();
        window.tell(Samples.failed(Samples.kafka(Environment.TEST)));
        window.picture("never-seen");
        assertThat(robot.lookup(".placeholder .strong").<Label>query().getText())
                .contains("does not accept the user");
    }

    @Test
    void aScreenHasReadAlsoWhenThereIsNothingToShow(FxRobot robot) {
        window.tell(Samples.connecting(Samples.seata()));
        window.show(FeatureId.DEAD_LETTERS);
        assertThat(robot.lookup("#places .progress-indicator").tryQuery()).isPresent();
        window.tell(Samples.coordinator());
        assertThat(robot.lookup("#places .progress-indicator").tryQuery()).isEmpty();
        window.picture("dead-letters-none");
    }

    @Test
    void theThemeIsRemembered(FxRobot robot) {
        window.tell(Samples.broker());
        robot.clickOn("#theme");
        window.await(() -> new Preferences(window.folders().config()).mode() == Mode.DARK);
        robot.clickOn("#theme");
        window.await(() -> new Preferences(window.folders().config()).mode() == Mode.LIGHT);
    }

    @Test
    void theDemosScreenIsThereOnlyWithTheDemo(FxRobot robot) {
        window.tell(Samples.broker());
        assertThat(robot.lookup("#go-overview").query().isVisible()).isTrue();
        assertThat(robot.lookup("#go-demo").tryQuery().map(Node::isVisible).orElse(false))
                .isFalse();
    }

    @Test
    void aBugIsShownOnceWithItsCodeAndTheWindowLivesOn(FxRobot robot) {
        window.tell(Samples.broker());
        CrashDialog crashes = window.composition().crashes();
        robot.interact(
                () -> {
                    crashes.uncaughtException(
                            Thread.currentThread(), new IllegalStateException("a bug"));
                    crashes.uncaughtException(
                            Thread.currentThread(), new IllegalStateException("another"));
                });
        assertThat(robot.listWindows()).hasSize(2);
        Node crash = robot.lookup("#crash").query();
        robot.interact(() -> Screenshots.save(crash.getScene(), "crash-light"));
        robot.clickOn("#crash-close");
        assertThat(robot.listWindows()).hasSize(1);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(current()).isEqualTo(FeatureId.QUEUES);
    }

    @Test
    void f5AsksForAPollNow(FxRobot robot) {
        window.tell(Samples.broker());
        robot.type(KeyCode.F5);
        assertThat(window.connections().polled()).containsExactly("shop-kafka");
    }
}
