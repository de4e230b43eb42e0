package dev.signalbox.core.monitor;

import static dev.signalbox.core.monitor.FakeServer.failing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PollerTest {
    private final FakeClock clock = new FakeClock();
    private final FakeServer server = new FakeServer(clock);
    private final Profile profile = FakeServer.profile("one");
    private final Link link = new Link("one", () -> server.connect(profile));
    private final Poller poller = new Poller(profile, link, PollPace.USUAL, clock);

    @Test
    void itIsConnectingUntilTheFirstPollEnds() {
        assertThat(poller.state().phase()).isEqualTo(Phase.CONNECTING);
        assertThat(poller.state().snapshot()).isEmpty();
        assertThat(poller.state().lastTried()).isEmpty();
    }

    @Test
    void aSuccessfulPollIsLive() throws Exception {
        poller.poll();

        assertThat(poller.state().phase()).isEqualTo(Phase.LIVE);
        assertThat(poller.state().snapshot()).isPresent();
        assertThat(poller.state().problem()).isEmpty();
        assertThat(poller.state().lastTried()).contains(clock.instant());
    }

    @Test
    void aFailedPollKeepsTheLastSnapshot() throws Exception {
        Instant lastGood = clock.instant();
        poller.poll();
        clock.advance(Duration.ofSeconds(14));
        server.answer(failing(ProblemKind.TIMEOUT));
        poller.poll();

        ConnectionState state = poller.state();
        assertThat(state.phase()).isEqualTo(Phase.STALE);
        assertThat(state.problem().map(Problem::kind)).contains(ProblemKind.TIMEOUT);
        assertThat(state.snapshot().orElseThrow().takenAt()).isEqualTo(lastGood);
        assertThat(state.age(clock.instant())).contains(Duration.ofSeconds(14));
        assertThat(state.lastTried()).contains(clock.instant());
    }

    @ParameterizedTest
    @EnumSource
    void onlyAFailureThatMayPassIsStale(ProblemKind kind) throws Exception {
        server.answer(failing(kind));
        poller.poll();

        assertThat(poller.state().phase())
                .isEqualTo(kind.isTransient() ? Phase.STALE : Phase.FAILED);
        assertThat(poller.state().snapshot()).isEmpty();
    }

    @Test
    void aConnectionThatCannotBeMadeIsAProblemLikeAnyOther() throws Exception {
        server.answerConnecting(failing(ProblemKind.INVALID));
        poller.poll();

        assertThat(poller.state().phase()).isEqualTo(Phase.FAILED);
        assertThat(poller.state().problem().map(Problem::kind)).contains(ProblemKind.INVALID);
    }

    @Test
    void itRecoversWithTheFirstPollThatSucceeds() throws Exception {
        server.answer(failing(ProblemKind.UNREACHABLE));
        poller.poll();
        server.recover();
        poller.poll();

        assertThat(poller.state().phase()).isEqualTo(Phase.LIVE);
        assertThat(poller.state().problem()).isEmpty();
    }

    @Test
    void aClientFindsItsWayBackToAServerThatWasAway() throws Exception {
        poller.poll();
        server.answer(failing(ProblemKind.UNREACHABLE));
        poller.poll();
        poller.poll();
        server.recover();
        poller.poll();

        assertThat(server.made).hasSize(1);
        assertThat(server.made.getFirst().closings).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHENTICATION", "INVALID", "UNEXPECTED"})
    void aConnectorThatWasRefusedIsMadeAnew(ProblemKind kind) throws Exception {
        server.answer(failing(kind));
        poller.poll();
        assertThat(server.made.getFirst().closings).hasValue(1);
        server.recover();
        poller.poll();

        assertThat(server.made).hasSize(2);
        assertThat(poller.state().phase()).isEqualTo(Phase.LIVE);
    }

    @Test
    void pausesGrowWhileItFailsAndShrinkWhenItSucceeds() throws Exception {
        poller.poll();
        assertThat(poller.pause()).isEqualTo(Duration.ofSeconds(2));
        server.answer(failing(ProblemKind.UNREACHABLE));
        poller.poll();
        poller.poll();
        assertThat(poller.pause()).isEqualTo(Duration.ofSeconds(4));
        server.recover();
        poller.poll();
        assertThat(poller.pause()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void theTimeAPollTakesIsPartOfTheInterval() throws Exception {
        server.answer(
                () -> {
                    clock.advance(Duration.ofMillis(400));
                    return server.snapshot();
                });
        poller.poll();

        assertThat(poller.pause()).isEqualTo(Duration.ofMillis(1600));
    }

    @Test
    void availabilityCountsFailedPolls() throws Exception {
        poller.poll();
        clock.advance(Duration.ofSeconds(2));
        poller.poll();
        assertThat(poller.state().derived().availability()).hasValue(1.0);
        server.answer(failing(ProblemKind.UNREACHABLE));
        clock.advance(Duration.ofSeconds(2));
        poller.poll();

        assertThat(poller.state().derived().availability()).hasValue(0.75);
    }

    @Test
    void closingKeepsWhatWasKnown() throws Exception {
        poller.closed();
        assertThat(poller.state().lastTried()).isEqualTo(Optional.empty());
        poller.poll();
        poller.closed();

        assertThat(poller.state().phase()).isEqualTo(Phase.CLOSED);
        assertThat(poller.state().snapshot()).isPresent();
    }
}
