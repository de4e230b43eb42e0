package dev.signalbox.core.gate;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.monitor.Lease;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One plan being carried out, from the first change to the last line of the audit.
final class ActionRun implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ActionRun.class);

    private final Lease lease;
    private final Plan plan;
    private final @Nullable BackupWriter backup;
    private final ReplayLedger ledger;
    private final AuditTrail audit;
    private final Clock clock;
    private final RunningOperation operation;

    ActionRun(
            Lease lease,
            @Nullable BackupWriter backup,
            ReplayLedger ledger,
            AuditTrail audit,
            Clock clock,
            RunningOperation operation) {
        this.lease = lease;
        this.plan = operation.plan();
        this.backup = backup;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
        this.operation = operation;
    }

    @Override
    public void run() {
        Operation.State last = execute();
        // Cancelling is over: what follows has to reach the disk.
        Thread.interrupted();
        lease.close();
        try {
            last = withBackup(last);
            audit.outcome(operation.profile(), plan, last);
        } catch (ConnectorException e) {
            LOG.error("Action {} ended {}, but: {}", plan.id(), last.status(), e.problem(), e);
        } finally {
            operation.end(last);
        }
    }

    /// The action runner: one of the three places with a broad catch. A bug in an adapter ends the action, not the
    /// console.
    private Operation.State execute() {
        long total = plan.effect().count();
        try {
            Outcome outcome =
                    lease.connector()
                            .execute(
                                    plan,
                                    new GatedExecution(
                                            plan,
                                            backup,
                                            ledger,
                                            clock,
                                            operation.admission(),
                                            operation));
            return RunningOperation.stateOf(outcome, total, clock.instant());
        } catch (ConnectorException e) {
            return failed(e.problem());
        } catch (InterruptedException e) {
            return new Operation.State(
                    Operation.Status.CANCELLED,
                    operation.state().done(),
                    total,
                    Optional.empty(),
                    Optional.of(
                            new Problem(
                                    ProblemKind.UNEXPECTED,
                                    CoreTexts.get("gate.interrupted"),
                                    CoreTexts.get("gate.interrupted.remedy"))),
                    Optional.of(clock.instant()));
        } catch (RuntimeException | Error e) {
            LOG.error("Action {} failed for a reason nobody foresaw", plan.id(), e);
            return failed(GateProblems.unexpected(e));
        }
    }

    private Operation.State failed(Problem problem) {
        return RunningOperation.failed(
                problem, operation.state().done(), plan.effect().count(), clock.instant());
    }

    /// Closes the backup and makes restoring it the way back.
    private Operation.State withBackup(Operation.State last) throws ConnectorException {
        if (backup == null) {
            return last;
        }
        if (backup.messages() == 0) {
            backup.discardEmpty();
            return last;
        }
        Backup sealed = backup.seal();
        if (last.done() > sealed.messages()) {
            LOG.error(
                    "Action {} removed {} messages, but only {} are in the backup",
                    plan.id(),
                    last.done(),
                    sealed.messages());
        }
        if (Edits.areIn(plan)) {
            // It keeps what was edited. To put that back would not take the copies back.
            return last;
        }
        Optional<Outcome> outcome =
                last.outcome()
                        .map(
                                known ->
                                        new Outcome(
                                                known.result(),
                                                known.done(),
                                                known.steps(),
                                                Optional.of(new Action.RestoreBackup(sealed))));
        return new Operation.State(
                last.status(), last.done(), last.total(), outcome, last.problem(), last.endedAt());
    }
}
