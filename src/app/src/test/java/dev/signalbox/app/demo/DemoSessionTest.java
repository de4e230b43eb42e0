package dev.signalbox.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Ticker;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.testing.FakeConnections;
import dev.signalbox.app.testing.StandInDemo;
import dev.signalbox.app.testing.TurnedByHand;
import dev.signalbox.core.demo.DemoDescription;
import dev.signalbox.core.demo.DemoHome;
import dev.signalbox.core.demo.DemoProcess;
import dev.signalbox.core.problem.ConnectorException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSessionTest {
    @TempDir Path temporary;
    private final TurnedByHand fx = new TurnedByHand();
    private final FakeConnections connections = new FakeConnections();
    private DemoHome home;
    private Path folder = Path.of("");
    private DemoSession session;

    @BeforeEach
    void pack() throws IOException, ConnectorException {
        home = StandInDemo.packed(temporary.resolve("home"));
        session = session("demo");
    }

    @AfterEach
    void end() {
        session.end();
    }

    private DemoSession session(String name) {
        folder = temporary.resolve(name);
        Background background = new Background(fx);
        Live live = new Live(connections, new Ticker(Clock.systemUTC()), fx);
        Path of = folder;
        return new DemoSession(
                of,
                (broker, heard) -> DemoProcess.start(home, of, broker, 4, heard),
                background,
                fx,
                live);
    }

    @Test
    void aDemoThatDiesIsToldAndItsConnectionsAreAskedAtOnce() throws Exception {
        session.start();
        awaitUp();

        StandInDemo.kill(folder);
        fx.until(() -> session.phase().get() instanceof DemoPhase.Failed);

        assertThat(((DemoPhase.Failed) session.phase().get()).problem().summary())
                .contains("ended by itself");
        assertThat(connections.states()).hasSize(2);
        assertThat(connections.polled()).contains("demo-kafka", "demo-seata");
        assertThat(session.isOn().getValue()).isTrue();
    }

    @Test
    void aDemoStartedAgainAfterItDiedIsConnectedToAnew() throws Exception {
        session.start();
        awaitUp();
        Optional<String> before = broker();
        StandInDemo.kill(folder);
        fx.until(() -> session.phase().get() instanceof DemoPhase.Failed);

        session.start();
        awaitUp();

        assertThat(broker()).isPresent().isNotEqualTo(before);
    }

    private Optional<String> broker() {
        return connections
                .state(DemoDescription.KAFKA_PROFILE)
                .map(state -> state.profile().settings().get("bootstrap.servers"));
    }

    @Test
    void aDemoStoppedOnItsWayUpLeavesNoProcess() throws Exception {
        session = session("slow");
        session.start();
        fx.until(
                () ->
                        session.phase().get() instanceof DemoPhase.Starting starting
                                && !starting.parts().isEmpty());
        assertThat(StandInDemo.isAlive(folder)).isTrue();

        session.stop();
        fx.until(() -> session.phase().get() instanceof DemoPhase.Off);

        assertThat(StandInDemo.isAlive(folder)).isFalse();
        assertThat(session.isOwn()).isFalse();
    }

    @Test
    void aDemoStoppedInTheInstantItIsStartedLeavesNoProcess() throws Exception {
        session.start();
        session.stop();
        fx.until(() -> session.phase().get() instanceof DemoPhase.Off);

        assertThat(session.isOwn()).isFalse();
        assertThat(connections.states()).isEmpty();
        assertThat(StandInDemo.isAlive(folder)).isFalse();
    }

    @Test
    void whoeverEndsItSecondWaitsAsWell() throws Exception {
        session.start();
        awaitUp();

        session.stop();
        session.end();

        assertThat(StandInDemo.isAlive(folder)).isFalse();
        fx.until(() -> session.phase().get() instanceof DemoPhase.Off);
    }

    @Test
    void aJoinedDemoThatEndsIsTold() throws Exception {
        try (DemoProcess other = DemoProcess.start(home, folder, 4, _ -> {})) {
            other.awaitUp(Duration.ofSeconds(60));
            session.start();
            awaitUp();
            assertThat(session.isOwn()).isFalse();
        }
        fx.until(() -> session.phase().get() instanceof DemoPhase.Failed);
        assertThat(((DemoPhase.Failed) session.phase().get()).problem().summary())
                .contains("had joined");
    }

    private void awaitUp() throws InterruptedException {
        fx.until(() -> session.phase().get() instanceof DemoPhase.Running);
    }
}
