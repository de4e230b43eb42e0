package dev.signalbox.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.shell.Theme;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.Screenshots;
import dev.signalbox.app.testing.TestWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DemoProgressTest {
    private final ObjectProperty<DemoPhase> phase = new SimpleObjectProperty<>(new DemoPhase.Off());

    @Start
    void start(Stage stage) {
        Scene scene = new Scene(new DemoProgress(phase), 680, 220);
        new Theme(new Preferences(Path.of("target", "no-preferences"))).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void everyPartIsSeenComingUp(FxRobot robot) {
        TestWindow.onFx(
                () ->
                        phase.set(
                                new DemoPhase.Starting(
                                        List.of(
                                                part(
                                                        "database",
                                                        Optional.of(Duration.ofMillis(1_900))),
                                                part(
                                                        "broker",
                                                        Optional.of(Duration.ofMillis(2_400))),
                                                part("coordinator", Optional.empty())))));
        assertThat(robot.lookup("PostgreSQL").tryQuery()).isPresent();
        assertThat(robot.lookup(".progress-indicator").queryAll()).hasSize(1);
        Scene scene = robot.lookup("PostgreSQL").query().getScene();
        TestWindow.onFx(() -> Screenshots.save(scene, "demo-starting"));
    }

    @Test
    void whyItDidNotComeUpIsTold(FxRobot robot) {
        TestWindow.onFx(() -> phase.set(new DemoPhase.Failed(Samples.unreachable())));
        assertThat(robot.lookup(".banner").tryQuery()).isPresent();
    }

    private static DemoPhase.Part part(String name, Optional<Duration> took) {
        return new DemoPhase.Part(name, took, Optional.empty());
    }
}
