package dev.signalbox.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.app.testing.TestWindow;
import dev.signalbox.core.metrics.Point;
import java.time.Instant;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SeriesChartTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final SeriesChart chart = SeriesChart.ofCounts("Lag");

    @Start
    void open(Stage stage) {
        chart.show(
                List.of(
                        new SeriesChart.Line("in", List.of(point(0, 7), point(10, 1234))),
                        new SeriesChart.Line("out", List.of(point(1, 3), point(9, 42)))));
        stage.setScene(new Scene(chart, 640, 320));
        stage.show();
    }

    @Test
    void theExactFiguresOfAMomentAreTold(FxRobot robot) {
        TestWindow.onFx(() -> chart.lookup(".chart").requestFocus());
        await().untilAsserted(() -> assertThat(told(robot)).contains("in 1\u202F234", "out 42"));

        robot.type(KeyCode.LEFT);

        await().untilAsserted(() -> assertThat(told(robot)).contains("in 7", "out 3"));
    }

    private static String told(FxRobot robot) {
        return robot.lookup(".crosshair-figures").<Label>query().getText();
    }

    private static Point point(int second, double value) {
        return new Point(NOON.plusSeconds(second), value);
    }
}
