package dev.signalbox.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Ticker;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.testing.ControlStub;
import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.TurnedByHand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoViewModelTest {
    @TempDir Path folder;
    private final TurnedByHand fx = new TurnedByHand();
    private final FakeConnections connections = new FakeConnections();
    private ControlStub demo;
    private DemoSession session;
    private DemoViewModel model;

    @BeforeEach
    void join() throws IOException, InterruptedException {
        demo = new ControlStub(folder, ControlStub.state(true));
        Background background = new Background(fx);
        Live live = new Live(connections, new Ticker(Clock.systemUTC()), fx);
        session =
                new DemoSession(
                        folder,
                        (_, _) -> {
                            throw new AssertionError();
                        },
                        background,
                        fx,
                        live);
        model = new DemoViewModel(session, live, background);
        session.start();
        fx.until(() -> session.phase().get() instanceof DemoPhase.Running);
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void aDemoThatRunsAlreadyIsJoinedAndConnectedTo() {
        assertThat(session.isOwn()).isFalse();
        assertThat(connections.states())
                .extracting(state -> state.profile().id())
                .containsExactly("demo-kafka", "demo-seata");
    }

    @Test
    void aDemoThatWasJoinedIsLeftNotStopped() throws InterruptedException {
        session.stop();
        fx.until(() -> session.phase().get() instanceof DemoPhase.Off);

        assertThat(connections.states()).isEmpty();
        assertThat(demo.asked()).isEmpty();
    }

    @Test
    void whatTheDemoTellsIsShown() throws InterruptedException {
        model.ask();
        fx.until(() -> model.state().get().isPresent());

        assertThat(model.state().get().orElseThrow().traffic().placed()).hasValue(1_204);
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void switchesAndTheRateReachTheDemo() throws InterruptedException {
        model.setIncident("slow-consumer", false);
        fx.until(() -> model.state().get().isPresent());
        model.setRate(12);
        fx.until(() -> demo.asked().size() == 2);

        assertThat(demo.asked())
                .containsExactly(
                        "PUT /incidents/slow-consumer {\"on\":false}",
                        "PUT /traffic {\"ordersPerSecond\":12.0}");
    }

    @Test
    void aDemoThatDoesNotAnswerIsAProblemNotAFigure() throws InterruptedException {
        demo.close();
        model.ask();
        fx.until(() -> model.problem().get().isPresent());

        assertThat(model.state().get()).isEmpty();
    }
}
