package dev.signalbox.core.gate;

import static dev.signalbox.core.gate.GateFixture.GUEST;
import static dev.signalbox.core.gate.GateFixture.PRODUCTION;
import static dev.signalbox.core.gate.GateFixture.SHOP;
import static dev.signalbox.core.gate.GateFixture.purge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.audit.AuditEntry.Event;
import dev.signalbox.core.monitor.Lease;
import dev.signalbox.core.port.Action.RollbackTransaction;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Severity;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatedActionsTest {
    @TempDir private Path folder;
    private GateFixture gate;

    @BeforeEach
    void open() throws ConnectorException {
        gate = new GateFixture(folder);
        gate.broker.put(5);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void aReadOnlyProfileChangesNothingAndTheAttemptIsAudited() throws Exception {
        refused(ProblemKind.AUTHORIZATION, () -> gate.actions().plan(GUEST.id(), purge()));

        assertThat(gate.audit()).extracting(AuditEntry::event).containsExactly(Event.REFUSED);
        assertThat(gate.onTheShelf()).hasSize(5);
    }

    @Test
    void aReadOnlyProfileCannotCarryOutAPlanMadeOnAnotherConnection() throws Exception {
        Plan plan = gate.plan(purge());

        refused(
                ProblemKind.AUTHORIZATION,
                () -> gate.actions().start(GUEST.id(), plan, Confirmation.of(plan.id())));
    }

    @Test
    void aPlanIsCarriedOutOnTheConnectionItWasMadeOnAndOnNoOther() throws Exception {
        Plan plan = gate.plan(purge());

        refused(
                ProblemKind.INVALID,
                () -> gate.actions().start(PRODUCTION.id(), plan, Confirmation.of(plan.id())));
        assertThat(gate.broker.executions).hasValue(0);
    }

    @Test
    void aPlanIsCarriedOutOnce() throws Exception {
        Plan plan = gate.plan(purge());
        gate.start(plan).await();

        refused(ProblemKind.INVALID, () -> gate.start(plan));
        assertThat(gate.broker.executions).hasValue(1);
    }

    @Test
    void aPlanNobodyReviewedIsNotCarriedOut() throws Exception {
        Plan reviewed = gate.plan(purge());
        Plan other = gate.plan(purge());

        refused(
                ProblemKind.INVALID,
                () -> gate.actions().start(SHOP.id(), other, Confirmation.of(reviewed.id())));
    }

    @Test
    void aPlanThatLayTooLongIsNotCarriedOut() throws Exception {
        Plan plan = gate.plan(purge());
        gate.clock.step(Plans.FRESH.plusSeconds(1));

        refused(ProblemKind.CONFLICT, () -> gate.start(plan));
    }

    @Test
    void aConnectionThatLeadsElsewhereNowIsNotTouched() throws Exception {
        Plan plan = gate.plan(purge());
        gate.broker.clusterId = "another cluster";

        refused(ProblemKind.CONFLICT, () -> gate.start(plan));
        assertThat(gate.onTheShelf()).hasSize(5);
    }

    @Test
    void whatArrivesAfterThePlanIsNotTouched() throws Exception {
        Plan plan = gate.plan(purge());
        gate.broker.put(2);

        assertThat(gate.start(plan).await().done()).isEqualTo(5);
        assertThat(gate.onTheShelf()).hasSize(2);
    }

    @Test
    void aHazardThatWasNotReviewedStopsIt() throws Exception {
        Plan plan = gate.plan(purge());
        gate.broker.hazards =
                List.of(new Hazard(Severity.WARNING, "unread", "payment has not read it"));

        refused(ProblemKind.CONFLICT, () -> gate.start(plan));
        assertThat(gate.onTheShelf()).hasSize(5);
    }

    @Test
    void productionAsksForTheNameWhereNothingBringsItBack() throws Exception {
        Plan plan = gate.actions().plan(PRODUCTION.id(), new RollbackTransaction("10.0.0.1:1:7"));

        assertThat(gate.actions().asksForName(PRODUCTION.id(), plan)).isTrue();
        refused(
                ProblemKind.INVALID,
                () -> gate.actions().start(PRODUCTION.id(), plan, Confirmation.of(plan.id())));
        gate.actions()
                .start(
                        PRODUCTION.id(),
                        plan,
                        new Confirmation(plan.id(), Optional.of("10.0.0.1:1:7")))
                .await();
        assertThat(gate.broker.executions).hasValue(1);
    }

    @Test
    void theIntentIsOnTheDiskBeforeAnythingIsDone() throws Exception {
        AtomicReference<List<AuditEntry>> seen = new AtomicReference<>(List.of());
        gate.broker.beforeExecuting = () -> seen.set(gate.audit());

        gate.carryOut(purge());

        assertThat(seen.get()).extracting(AuditEntry::event).containsExactly(Event.INTENT);
        assertThat(gate.audit())
                .extracting(AuditEntry::event)
                .containsExactly(Event.OUTCOME, Event.INTENT);
        assertThat(gate.audit().getFirst().details())
                .containsEntry("result", "SUCCEEDED")
                .containsEntry("done", "5");
    }

    @Test
    void theAuditSaysWhoDidWhatWhereAndWhatWasPlanned() throws Exception {
        gate.broker.hazards =
                List.of(new Plan.Hazard(Plan.Severity.NOTE, "mind-the-gap", "mind the gap"));
        Plan plan = gate.plan(purge());
        gate.start(plan).await();
        refused(ProblemKind.INVALID, () -> gate.start(plan));

        AuditEntry intent = gate.audit().get(2);
        assertThat(intent.actionId()).isEqualTo(plan.id());
        assertThat(intent.operator()).isEqualTo(System.getProperty("user.name"));
        assertThat(intent.host()).isNotBlank();
        assertThat(intent.profileId()).isEqualTo("shop");
        assertThat(intent.clusterId()).isEqualTo("cluster-1");
        assertThat(intent.action()).isEqualTo("PURGE");
        assertThat(intent.parameters()).containsEntry("target", "orders").containsKey("selection");
        assertThat(intent.details())
                .containsEntry("planned", "5")
                .containsEntry("unit", "MESSAGES")
                .containsEntry("exact", "true")
                .containsEntry("bytes", "50")
                .containsEntry("reversal", "BACKUP")
                .containsEntry("hazards", "mind-the-gap");
        AuditEntry refusal = gate.audit().getFirst();
        assertThat(refusal.event()).isEqualTo(AuditEntry.Event.REFUSED);
        assertThat(refusal.actionId()).isEqualTo(plan.id());
        assertThat(refusal.details()).containsEntry("planned", "5").containsKey("summary");
    }

    @Test
    void withoutAnAuditNothingIsDone() throws Exception {
        Plan plan = gate.plan(purge());
        Files.createDirectory(gate.auditFile());

        assertThatThrownBy(() -> gate.start(plan)).isInstanceOf(ConnectorException.class);
        assertThat(gate.broker.executions).hasValue(0);
        assertThat(gate.workbench.backups().list()).isEmpty();
    }

    @Test
    void withoutABackupNothingIsRemoved() throws Exception {
        Plan plan = gate.plan(purge());
        Files.writeString(folder.resolve("data/backups"), "a file in the way");

        assertThatThrownBy(() -> gate.start(plan)).isInstanceOf(ConnectorException.class);
        assertThat(gate.broker.executions).hasValue(0);
        assertThat(gate.onTheShelf()).hasSize(5);
    }

    @Test
    void aBugInAnAdapterEndsTheActionAndNotTheConsole() throws Exception {
        gate.broker.beforeExecuting =
                () -> {
                    throw new IllegalStateException("a bug");
                };

        Operation.State state = gate.carryOut(purge());

        assertThat(state.status()).isEqualTo(Operation.Status.FAILED);
        assertThat(state.problem().orElseThrow().kind()).isEqualTo(ProblemKind.UNEXPECTED);
        assertThat(gate.audit().getFirst().details()).containsEntry("result", "FAILED");
        gate.broker.beforeExecuting = () -> {};
        assertThat(gate.carryOut(purge()).status()).isEqualTo(Operation.Status.SUCCEEDED);
    }

    @Test
    void cancellingStopsBetweenTwoMessagesAndTellsSo() throws Exception {
        CountDownLatch atWork = new CountDownLatch(1);
        gate.broker.betweenMessages =
                () -> {
                    atWork.countDown();
                    new CountDownLatch(1).await();
                };
        Operation operation = gate.start(gate.plan(purge()));
        atWork.await();
        operation.cancel();

        assertThat(operation.await().status()).isEqualTo(Operation.Status.CANCELLED);
        assertThat(gate.onTheShelf()).hasSize(5);
        // The first message was in the backup already, and may be brought back from there.
        assertThat(gate.workbench.backups().list()).hasSize(1);
        assertThat(gate.audit().getFirst().details()).containsEntry("result", "CANCELLED");
    }

    @Test
    void afterAnActionTheConnectionIsPolledAtOnce() throws Exception {
        RecordingConnections connections = new RecordingConnections(gate.workbench.connections());
        ActionService actions =
                new GatedActions(
                        connections,
                        _ -> new ShelfLease(gate.broker),
                        new GatedActions.Records(
                                gate.workbench.audit(),
                                gate.workbench.backups(),
                                gate.ledger,
                                folder.resolve("replays"),
                                "anna",
                                "desk-7"),
                        gate.clock);
        Plan plan = actions.plan(SHOP.id(), purge());

        actions.start(SHOP.id(), plan, Confirmation.of(plan.id())).await();

        assertThat(connections.polledNow.poll(5, TimeUnit.SECONDS)).isEqualTo(SHOP.id());
    }

    private record ShelfLease(Connector connector) implements Lease {
        @Override
        public void close() {}
    }

    @Test
    void progressAndTheEndAreToldToWhoListens() throws Exception {
        List<Operation.Status> told = new java.util.concurrent.CopyOnWriteArrayList<>();
        gate.actions().onOperation(operation -> told.add(operation.state().status()));

        Operation operation = gate.start(gate.plan(purge()));
        operation.await();

        await().until(() -> told.contains(Operation.Status.SUCCEEDED));
        assertThat(told).first().isEqualTo(Operation.Status.RUNNING);
        assertThat(gate.actions().operations()).containsExactly(operation);
    }

    private static void refused(ProblemKind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(kind);
                            assertThat(e.problem().summary()).isNotBlank().doesNotContain("!");
                            assertThat(e.problem().remedy()).isNotBlank().doesNotContain("!");
                        });
    }
}
