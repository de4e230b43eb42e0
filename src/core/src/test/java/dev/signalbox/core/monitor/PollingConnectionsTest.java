package dev.signalbox.core.monitor;

import static dev.signalbox.core.monitor.FakeServer.failing;
import static dev.signalbox.core.monitor.FakeServer.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.metrics.SeriesKey;
import dev.signalbox.core.metrics.SeriesKey.Kind;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Reader;
import dev.signalbox.core.port.Subject;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingConnectionsTest {
    /// So slow that every poll after the first is one that was asked for.
    private static final PollPace BY_HAND = new PollPace(Duration.ofHours(1), Duration.ofHours(1));

    private final FakeClock clock = new FakeClock();
    private final FakeServer server = new FakeServer(clock);
    private final List<ConnectionState> told = new CopyOnWriteArrayList<>();
    private final PollingConnections connections = connections(BY_HAND);

    private PollingConnections connections(PollPace pace) {
        return new PollingConnections(
                List.of(server), PollingConnectionsTest::withSecret, pace, clock);
    }

    private static Profile withSecret(Profile profile) {
        return new Profile(
                profile.id(),
                profile.name(),
                profile.type(),
                profile.environment(),
                profile.access(),
                Map.of("secret", "resolved"));
    }

    @AfterEach
    void close() {
        server.closeOnlyAfter(new CountDownLatch(0));
        connections.close();
    }

    @Test
    void openingPollsAtOnceAndTellsEveryState() {
        connections.onState(told::add);
        connections.open(profile("one"));

        awaitPhase("one", Phase.LIVE);
        await().until(() -> told.size() == 2);
        assertThat(told)
                .extracting(ConnectionState::phase)
                .containsExactly(Phase.CONNECTING, Phase.LIVE);
    }

    @Test
    void anOpenConnectionHasAStateFromTheStart() {
        server.answer(PollingConnectionsTest::never);
        connections.open(profile("one"));

        assertThat(connections.state("one").orElseThrow().phase()).isEqualTo(Phase.CONNECTING);
    }

    @Test
    void secretsAreResolvedForTheAdapterOnly() {
        connections.open(profile("one"));
        awaitPhase("one", Phase.LIVE);

        assertThat(server.asked.getFirst().settings()).containsEntry("secret", "resolved");
        assertThat(connections.state("one").orElseThrow().profile()).isEqualTo(profile("one"));
    }

    @Test
    void pollingGoesOnByItself() {
        try (PollingConnections quick =
                connections(new PollPace(Duration.ofMillis(2), Duration.ofMillis(2)))) {
            quick.open(profile("one"));
            await().until(() -> server.polls.get() > 5);
        }
    }

    @Test
    void askingForAPollDoesNotWaitForTheInterval() {
        connections.open(profile("one"));
        awaitPhase("one", Phase.LIVE);
        clock.advance(Duration.ofSeconds(1));
        connections.pollNow("one");

        await().until(
                        () ->
                                connections
                                        .state("one")
                                        .flatMap(ConnectionState::snapshot)
                                        .map(Snapshot::takenAt)
                                        .filter(clock.instant()::equals)
                                        .isPresent());
        assertThat(server.polls).hasValue(2);
    }

    @Test
    void askingDuringAPollMeansAnotherOneAfterIt() {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        server.answer(
                () -> {
                    mayAnswer.await();
                    return server.snapshot();
                });
        connections.open(profile("one"));
        await().until(() -> server.polls.get() == 1);
        connections.pollNow("one");
        connections.pollNow("one");
        mayAnswer.countDown();

        await().until(() -> server.polls.get() == 2);
        await().during(Duration.ofMillis(50)).until(() -> server.polls.get() == 2);
    }

    @Test
    void anAdapterBugDoesNotEndPolling() {
        connections.open(profile("one"));
        awaitPhase("one", Phase.LIVE);
        server.answer(
                () -> {
                    throw new IllegalStateException("password=hunter2");
                });
        connections.pollNow("one");
        awaitPhase("one", Phase.FAILED);

        ConnectionState state = connections.state("one").orElseThrow();
        Problem problem = state.problem().orElseThrow();
        assertThat(problem.kind()).isEqualTo(ProblemKind.UNEXPECTED);
        assertThat(problem.summary())
                .isEqualTo(
                        "The adapter for The one failed in a way it never should:"
                                + " IllegalStateException.");
        assertThat(problem.details()).contains("FakeServer").doesNotContain("hunter2");
        assertThat(state.snapshot()).isPresent();

        server.recover();
        connections.pollNow("one");
        awaitPhase("one", Phase.LIVE);
    }

    @Test
    void aMissingClassInAnAdapterDoesNotEndPolling() {
        server.answer(
                () -> {
                    throw new NoClassDefFoundError("org/apache/kafka/Nowhere");
                });
        connections.open(profile("one"));
        awaitPhase("one", Phase.FAILED);
        server.recover();
        connections.pollNow("one");
        awaitPhase("one", Phase.LIVE);
    }

    @Test
    void anInterruptThatNobodyMeantDoesNotEndPolling() {
        server.answer(
                () -> {
                    throw new InterruptedException();
                });
        connections.open(profile("one"));
        awaitPhase("one", Phase.FAILED);
        server.recover();
        connections.pollNow("one");
        awaitPhase("one", Phase.LIVE);
    }

    @Test
    void aListenerThatThrowsDoesNotEndPollingNorHideStatesFromOthers() {
        connections.onState(
                _ -> {
                    throw new IllegalStateException("bug in a face");
                });
        connections.onState(told::add);
        connections.open(profile("one"));
        awaitPhase("one", Phase.LIVE);
        connections.pollNow("one");

        await().until(() -> told.size() == 3);
    }

    @Test
    void aSlowListenerQueuesNoSnapshots() {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        connections.onState(
                state -> {
                    told.add(state);
                    if (state.phase() == Phase.LIVE && first.getAndSet(false)) {
                        awaitUninterrupted(mayGoOn);
                    }
                });
        connections.open(profile("one"));
        await().until(() -> told.size() == 2);
        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofSeconds(2));
            connections.pollNow("one");
        }
        mayGoOn.countDown();

        await().until(() -> told.size() == 3);
        assertThat(told.getLast().snapshot().orElseThrow().takenAt()).isEqualTo(clock.instant());
        assertThat(server.polls).hasValue(2);
    }

    @Test
    void openingTwiceChangesNothing() {
        connections.onState(told::add);
        connections.open(profile("one"));
        connections.open(profile("one"));
        awaitPhase("one", Phase.LIVE);

        await().during(Duration.ofMillis(50)).until(() -> told.size() == 2);
        assertThat(server.made).hasSize(1);
    }

    @Test
    void statesComeInTheOrderOfOpening() {
        List.of("b", "c", "a").forEach(id -> connections.open(profile(id)));

        assertThat(connections.states())
                .extracting(state -> state.profile().id())
                .containsExactly("b", "c", "a");
    }

    @Test
    void anUnknownTypeIsAProblemThatNamesTheKnownOnes() {
        connections.open(
                new Profile("x", "X", "mqtt", Environment.TEST, Access.READ_ONLY, Map.of()));
        awaitPhase("x", Phase.FAILED);

        Problem problem = connections.state("x").orElseThrow().problem().orElseThrow();
        assertThat(problem.kind()).isEqualTo(ProblemKind.UNSUPPORTED);
        assertThat(problem.summary()).contains("mqtt");
        assertThat(problem.remedy()).contains("fake");
    }

    @Test
    void closingEndsAPollThatHangsAndLetsGoOfTheConnector() {
        connections.onState(told::add);
        server.answer(PollingConnectionsTest::never);
        connections.open(profile("one"));
        await().until(() -> server.polls.get() == 1);
        connections.close("one");

        assertThat(connections.state("one")).isEmpty();
        assertThat(connections.states()).isEmpty();
        await().until(() -> server.made.getFirst().closings.get() == 1);
        await().until(() -> told.getLast().phase() == Phase.CLOSED);
    }

    @Test
    void aConnectionOpenedAgainIsToldAfterTheEndOfTheFirst() {
        connections.onState(told::add);
        connections.open(profile("one"));
        awaitPhase("one", Phase.LIVE);
        CountDownLatch mayClose = new CountDownLatch(1);
        server.closeOnlyAfter(mayClose);
        connections.close("one");
        connections.open(profile("one"));
        await().during(Duration.ofMillis(50)).until(() -> told.size() == 2);
        mayClose.countDown();
        awaitPhase("one", Phase.LIVE);

        await().until(() -> told.size() == 5);
        assertThat(told)
                .extracting(ConnectionState::phase)
                .containsExactly(
                        Phase.CONNECTING, Phase.LIVE, Phase.CLOSED, Phase.CONNECTING, Phase.LIVE);
    }

    @Test
    void anActionKeepsItsConnectorWhenTheConnectionIsClosed() throws Exception {
        connections.open(profile("one"));
        awaitPhase("one", Phase.LIVE);
        connections.onState(told::add);
        Lease action = connections.lease("one");
        connections.close("one");
        await().until(() -> !told.isEmpty());

        assertThat(server.made.getFirst().closings).hasValue(0);
        action.close();
        assertThat(server.made.getFirst().closings).hasValue(1);
    }

    @Test
    void closingAllClosesWhatIsStillBorrowed() throws Exception {
        connections.open(profile("one"));
        awaitPhase("one", Phase.LIVE);
        Connector borrowed = connections.lease("one").connector();
        connections.close();

        assertThat(((FakeServer.Connection) borrowed).closings).hasValue(1);
        assertThat(connections.states()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> connections.open(profile("two")));
    }

    @Test
    void aReaderReadsButIsNoConnector() throws Exception {
        connections.open(profile("one"));
        Reader reader = connections.reader("one");

        assertThat(reader).isNotInstanceOf(Connector.class);
        assertThat(reader.inspect(new Subject.OfGroup("g")))
                .isInstanceOf(Details.DestinationDetails.class);
        assertThatThrownBy(() -> reader.browse("orders", new MessageSelection.All(), 7))
                .hasMessageContaining("orders");
    }

    @Test
    void aReaderOutlivesTheConnectorItBeganWith() throws Exception {
        connections.open(profile("one"));
        awaitPhase("one", Phase.LIVE);
        Reader reader = connections.reader("one");
        server.answer(failing(ProblemKind.AUTHENTICATION));
        connections.pollNow("one");
        await().until(() -> server.made.getFirst().closings.get() == 1);

        assertThat(reader.inspect(new Subject.OfGroup("g"))).isNotNull();
        assertThat(server.made).hasSize(2);
    }

    @Test
    void whatIsNotOpenHasNoReaderNoConnectorAndNoHistory() {
        assertThatThrownBy(() -> connections.reader("nope"))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("nope");
        assertThatThrownBy(() -> connections.lease("nope")).isInstanceOf(ConnectorException.class);
        assertThat(connections.history("nope").points(SeriesKey.total(Kind.DEAD_LETTERS)))
                .isEmpty();
        connections.pollNow("nope");
        connections.close("nope");
    }

    private void awaitPhase(String id, Phase phase) {
        await().until(
                        () ->
                                connections.state(id).map(ConnectionState::phase).stream()
                                        .anyMatch(phase::equals));
    }

    private static Snapshot never() throws InterruptedException {
        new CountDownLatch(1).await();
        throw new IllegalStateException();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
