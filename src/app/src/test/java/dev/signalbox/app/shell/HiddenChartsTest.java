package dev.signalbox.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.testing.FakeReader;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.TestWindow;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.InvalidationListener;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HiddenChartsTest {
    private final TestWindow window = new TestWindow();
    private final AtomicInteger drawn = new AtomicInteger();

    @Start
    void start(Stage stage) {
        window.open(stage);
        Samples.fill(window.connections().history("shop-kafka"));
    }

    @Test
    void aChartOfAScreenThatIsNotLookedAtIsNotDrawn(FxRobot robot) {
        tellSomething();
        window.show(FeatureId.OVERVIEW);
        count(robot.lookup(".chart").query());

        tellSomething();
        assertThat(drawn).as("while it is looked at").hasPositiveValue();
        window.show(FeatureId.OPERATIONS);
        drawn.set(0);
        tellSomething();
        assertThat(drawn).as("while it is not").hasValue(0);
    }

    @Test
    void aChartInATabThatIsNotSelectedIsNotDrawn(FxRobot robot) {
        window.connections().read("shop-kafka", new FakeReader());
        tellSomething();
        window.show(FeatureId.QUEUES, new Focus("shop-kafka", "orders"));
        TabPane tabs = robot.lookup(".detail .tab-pane").query();
        TestWindow.onFx(() -> tabs.getSelectionModel().selectLast());
        count(robot.lookup(".detail .chart").query());

        tellSomething();
        assertThat(drawn).as("while it is selected").hasPositiveValue();
        TestWindow.onFx(() -> tabs.getSelectionModel().selectFirst());
        drawn.set(0);
        tellSomething();
        assertThat(drawn).as("while it is not").hasValue(0);
        TestWindow.onFx(() -> tabs.getSelectionModel().selectLast());
        assertThat(drawn).as("when it is selected again").hasPositiveValue();
    }

    private void tellSomething() {
        window.tell(Samples.stale(Samples.broker()));
        window.tell(Samples.broker());
    }

    private void count(LineChart<Number, Number> chart) {
        TestWindow.onFx(
                () -> {
                    InvalidationListener counter = _ -> drawn.incrementAndGet();
                    for (XYChart.Series<Number, Number> line : chart.getData()) {
                        line.getData().addListener(counter);
                    }
                });
    }
}
