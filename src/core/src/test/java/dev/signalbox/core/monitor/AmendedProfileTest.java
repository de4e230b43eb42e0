package dev.signalbox.core.monitor;

import static dev.signalbox.core.monitor.FakeServer.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AmendedProfileTest {
    private static final PollPace BY_HAND = new PollPace(Duration.ofHours(1), Duration.ofHours(1));

    private final FakeClock clock = new FakeClock();
    private final FakeServer server = new FakeServer(clock);
    private final List<ConnectionState> told = new CopyOnWriteArrayList<>();
    private final PollingConnections connections =
            new PollingConnections(List.of(server), profile -> profile, BY_HAND, clock);

    @BeforeEach
    void open() {
        connections.open(profile("one"));
        await().until(() -> state().phase() == Phase.LIVE);
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void whatIsTheConsolesOwnIsTakenOverWithoutConnectingAnew() {
        connections.onState(told::add);
        Profile louder = profile("one").with(Map.of("secret", "?", "alerts.lag", "warn"));

        assertThat(connections.amend(louder)).isTrue();
        await().until(() -> !told.isEmpty());
        assertThat(told.getFirst().profile()).isEqualTo(louder);
        assertThat(state().profile()).isEqualTo(louder);
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void whatTheAdapterKnowsIsNotTakenOver() {

        assertThat(connections.amend(profile("one").with(Map.of("secret", "another")))).isFalse();
        assertThat(connections.amend(profile("one").with(Access.READ_WRITE))).isFalse();
        assertThat(connections.amend(profile("two"))).isFalse();
        assertThat(state().profile()).isEqualTo(profile("one"));
    }

    private ConnectionState state() {
        return connections.state("one").orElseThrow();
    }
}
