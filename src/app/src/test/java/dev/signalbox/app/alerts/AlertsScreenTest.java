package dev.signalbox.app.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.ProfileStore;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AlertsScreenTest {
    private final TestWindow window = new TestWindow();

    @Start
    void start(Stage stage) {
        window.open(stage);
    }

    @Test
    void whatIsToBeToldIsCountedListedAndLedTo(FxRobot robot) {
        window.tell(Samples.broker());
        assertThat(robot.lookup("#alerts .attention").<Labeled>query().getText()).isNotEqualTo("0");

        robot.clickOn("#alerts");
        window.picture("alerts");
        assertThat(robot.lookup("#alert-" + Samples.broker().profile().id() + "-LAG").tryQuery())
                .isPresent();
        robot.clickOn("#alert-" + Samples.broker().profile().id() + "-LAG");
        assertThat(window.composition().shell().currentProperty().get())
                .isEqualTo(FeatureId.CONSUMERS);
    }

    @Test
    void rulesAreChangedInAFormAndHoldAtOnce(FxRobot robot) throws ConnectorException {
        ProfileStore store = new ProfileStore(window.profiles());
        Profile saved =
                Samples.broker()
                        .profile()
                        .with(Map.of("bootstrap.servers", "b:1", "alerts.alarm", "off"));
        store.save(List.of(saved));
        window.begin();
        ConnectionState broker = Samples.broker();
        window.tell(
                new ConnectionState(
                        saved,
                        broker.phase(),
                        broker.snapshot(),
                        broker.derived(),
                        broker.problem(),
                        broker.lastTried()));
        window.await(() -> !saved().isEmpty());
        robot.clickOn("#alerts").clickOn("#alerts-rules");
        window.picture("rules");
        TextField quiet = robot.lookup("#rules-quiet").query();
        robot.interact(() -> quiet.setText("at night"));
        robot.clickOn("#rules-save");
        assertThat(robot.lookup("#rules .banner").tryQuery()).isPresent();
        assertThat(store.load()).containsExactly(saved);

        robot.interact(() -> quiet.setText("22:00-07:00"));
        robot.interact(() -> robot.lookup("#rules-lag").<ChoiceBox<String>>query().setValue("off"));
        robot.clickOn("#rules-alarm").clickOn("#rules-save");

        window.await(() -> !store.load().contains(saved));
        assertThat(store.load().getFirst().settings())
                .containsOnlyKeys("bootstrap.servers", "alerts.quiet", "alerts.lag")
                .containsEntry("alerts.lag", "off");
        window.await(() -> robot.lookup("#rules").tryQuery().isEmpty());
        assertThat(window.connections().state(saved.id()).orElseThrow().profile().settings())
                .containsEntry("alerts.quiet", "22:00-07:00");
        assertThat(window.connections().state(saved.id()).orElseThrow().snapshot())
                .as("what was known of the connection: it was not opened anew")
                .isEqualTo(broker.snapshot());
    }

    @Test
    void theRulesOfADemoHoldUntilItEnds(FxRobot robot) throws ConnectorException {
        window.tell(Samples.broker());
        robot.clickOn("#alerts").clickOn("#alerts-rules");
        assertThat(robot.lookup("#rules-not-kept").<Node>query().isVisible()).isTrue();
        TextField quiet = robot.lookup("#rules-quiet").query();
        robot.interact(() -> quiet.setText("22:00-07:00"));
        robot.clickOn("#rules-save");

        window.await(() -> robot.lookup("#rules").tryQuery().isEmpty());
        String id = Samples.broker().profile().id();
        assertThat(window.connections().state(id).orElseThrow().profile().settings())
                .containsEntry("alerts.quiet", "22:00-07:00");
        assertThat(new ProfileStore(window.profiles()).load()).isEmpty();
    }

    private List<Profile> saved() {
        return window.composition().connecting().saved().profiles().get();
    }

    @Test
    void withoutAlertsThereIsNoNumber(FxRobot robot) {
        window.tell(Samples.connecting(Samples.seata()));
        assertThat(robot.lookup("#alerts .attention").<Node>query().isVisible()).isFalse();
    }

    @Test
    void whatIsToldOnTheDesktopIsNoPartOfACommand() throws ConnectorException {
        assertThat(new DesktopNotes("Linux").command("-x; rm", "$(words)"))
                .endsWith("--", "-x; rm", "$(words)");
        assertThat(new DesktopNotes("Mac OS X").command("a\" & b", "words"))
                .endsWith("a\" & b", "words");
        assertThatThrownBy(() -> new DesktopNotes("Solaris").command("a", "b"))
                .isInstanceOf(ConnectorException.class);
    }
}
