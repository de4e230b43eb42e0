package dev.signalbox.core.gate;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.monitor.Lease;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One plan being carried out, from the first change to the last line of the audit.
final class ActionRun implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ActionRun.class);

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Lease lease;
    private final Check check;
    private final Plan plan;
    private final @Nullable BackupWriter backup;
    private final ReplayLedger ledger;
    private final AuditTrail audit;
    private final Clock clock;
    private final RunningOperation operation;

    /// Looks whether a plan that waited would still do what was reviewed.
    interface Check {
        void stillHolds(Lease lease) throws ConnectorException, InterruptedException;
    }

    ActionRun(
            Lease lease,
            Check check,
            @Nullable BackupWriter backup,
            ReplayLedger ledger,
            AuditTrail audit,
            Clock clock,
            RunningOperation operation) {
        this.lease = lease;
        this.check = check;
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
        if (!awaitTime()) {
            return new Operation.State(
                    Operation.Status.CANCELLED,
                    0,
                    total,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(clock.instant()));
        }
        try {
            if (operation.caution().notBefore().isPresent()) {
                check.stillHolds(lease);
                operation.begins();
            }
            Outcome outcome =
                    lease.connector()
                            .execute(
                                    plan,
                                    new GatedExecution(
                                            plan, backup, ledger, clock, care(), operation));
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

    /// Whether the time has come; otherwise it was cancelled before.
    private boolean awaitTime() {
        Instant at = operation.caution().notBefore().orElse(Instant.MIN);
        try {
            for (Instant now = clock.instant(); now.isBefore(at); now = clock.instant()) {
                // Short, for a computer that sleeps does not count that time.
                Duration left = Duration.between(now, at);
                operation.admission().rest(left.compareTo(LOOK) < 0 ? left : LOOK);
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private GatedExecution.Care care() throws InterruptedException {
        Follower follower = new Follower(plan, before(), System::nanoTime);
        operation.followedBy(follower);
        return new GatedExecution.Care(
                operation.admission(),
                new Canary(operation.caution(), new Eyes(follower), System::nanoTime),
                follower);
    }

    /// How the server is before a replay. Without that it is carried out all the same, and nobody can say what became of
    /// it.
    private Optional<Snapshot> before() throws InterruptedException {
        if (!(plan.action() instanceof Action.ReplayDeadLetters)) {
            return Optional.empty();
        }
        try {
            return Optional.of(lease.connector().poll());
        } catch (ConnectorException e) {
            LOG.warn("Nobody will know what became of replay {}: {}", plan.id(), e.problem());
            return Optional.empty();
        }
    }

    /// Looks while the replay runs.
    private final class Eyes implements Canary.Sight {
        private final Follower follower;

        Eyes(Follower follower) {
            this.follower = follower;
        }

        @Override
        public Aftermath look() throws ConnectorException, InterruptedException {
            Connector connector = lease.connector();
            Aftermath seen = follower.look(connector, connector.poll());
            operation.seen(seen);
            return seen;
        }

        @Override
        public void holds(Problem why) {
            operation.waiting(why);
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
