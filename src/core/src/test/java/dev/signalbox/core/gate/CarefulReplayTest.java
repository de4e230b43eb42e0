package dev.signalbox.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.gate.Operation.Status;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.Reading;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pace and pause of a replay, whatever the broker.
class CarefulReplayTest {
    @TempDir private Path folder = Path.of("");
    private GateFixture gate;

    CarefulReplayTest() {}

    @BeforeEach
    void open() throws Exception {
        gate = new GateFixture(folder);
        gate.broker.put(5);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void aPacedReplayIsTakenInSmallBatchesAndWrittenDown() throws Exception {
        Operation replay = start(Caution.ofPace(4_000));

        assertThat(replay.await().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(gate.broker.batches).hasSize(5).containsOnly(1_000);
        assertThat(gate.audit().stream().map(AuditEntry::details).toList())
                .anySatisfy(details -> assertThat(details).containsEntry("rate", "4000"));
    }

    @Test
    void aPausedReplaySendsNothingUntilItIsToldToGoOn() throws Exception {
        List<Status> seen = new CopyOnWriteArrayList<>();
        gate.actions().onOperation(changed -> seen.add(changed.state().status()));
        pauseBeforeTheThird();
        Operation replay = start(Caution.NONE);
        patiently().until(() -> replay.state().status() == Status.PAUSED);
        // The connector is let look at its connection meanwhile.
        patiently().until(() -> gate.broker.looks.get() > 2);
        assertThat(replay.isPausing()).isTrue();
        assertThat(gate.broker.sentCopies).hasSize(3);

        replay.resume();

        assertThat(replay.await().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(gate.broker.sentCopies).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(seen).containsSubsequence(Status.RUNNING, Status.PAUSED, Status.RUNNING);
        assertThat(replay.canPause()).isFalse();
    }

    @Test
    void aPausedReplayCanBeStopped() throws Exception {
        pauseBeforeTheThird();
        Operation replay = start(Caution.NONE);
        patiently().until(() -> replay.state().status() == Status.PAUSED);

        replay.cancel();

        assertThat(replay.await().status()).isEqualTo(Status.CANCELLED);
        assertThat(replay.await().done()).isEqualTo(3);
        assertThat(gate.broker.sentCopies).hasSize(3);
    }

    @Test
    void whatIsNoReplayCannotBePaused() throws Exception {
        Operation purge = gate.start(gate.plan(GateFixture.purge()));
        purge.pause();

        assertThat(purge.canPause()).isFalse();
        assertThat(purge.isPausing()).isFalse();
        assertThat(purge.await().status()).isEqualTo(Status.SUCCEEDED);
    }

    @Test
    void aScheduledReplayBeginsWhenItsTimeHasCome() throws Exception {
        Operation replay = start(later());
        assertThat(replay.state().status()).isEqualTo(Status.SCHEDULED);
        assertThat(gate.broker.sentCopies).isEmpty();

        gate.clock.step(Duration.ofHours(2));

        assertThat(replay.await().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(gate.broker.sentCopies).hasSize(5);
    }

    @Test
    void aScheduledReplayThatIsCancelledSendsNothing() throws Exception {
        Operation replay = start(later());

        replay.cancel();

        assertThat(replay.await().status()).isEqualTo(Status.CANCELLED);
        assertThat(gate.broker.executions).hasValue(0);
    }

    @Test
    void aScheduledReplayThatWouldBeSomethingElseByThenIsRefused() throws Exception {
        Operation replay = start(later());
        gate.broker.clusterId = "cluster-2";

        gate.clock.step(Duration.ofHours(2));

        assertThat(replay.await().status()).isEqualTo(Status.FAILED);
        assertThat(gate.broker.executions).hasValue(0);
    }

    @Test
    void aReplayFromAQueueCannotStopWhenLettersDieAgainAndIsRefused() throws Exception {
        Plan plan = gate.plan(GateFixture.replay(false));
        gate.broker.destinations =
                List.of(
                        new Destination(
                                "orders",
                                DestinationKind.QUEUE,
                                false,
                                List.of(),
                                Reading.of(5),
                                Reading.of(0),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        gate.workbench.connections().pollNow(GateFixture.SHOP.id());
        patiently()
                .until(
                        () ->
                                gate.actions().canStopAt(GateFixture.SHOP.id(), "orders")
                                        instanceof Support.Refused);

        assertThatThrownBy(
                        () ->
                                gate.actions()
                                        .start(
                                                GateFixture.SHOP.id(),
                                                plan,
                                                Confirmation.of(plan.id()),
                                                new Caution(
                                                        OptionalInt.empty(),
                                                        OptionalInt.empty(),
                                                        OptionalInt.of(5))))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.UNSUPPORTED));
        assertThat(gate.broker.executions).hasValue(0);
    }

    private Caution later() {
        return Caution.NONE.at(Optional.of(gate.clock.instant().plus(Duration.ofHours(1))));
    }

    private void pauseBeforeTheThird() {
        gate.broker.betweenMessages =
                () -> {
                    if (gate.broker.sentCopies.size() == 2) {
                        gate.actions().operations().getFirst().pause();
                    }
                };
    }

    private Operation start(Caution caution) throws Exception {
        Plan plan = gate.plan(GateFixture.replay(false));
        return gate.actions()
                .start(GateFixture.SHOP.id(), plan, Confirmation.of(plan.id()), caution);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
