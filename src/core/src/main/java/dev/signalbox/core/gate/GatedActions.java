package dev.signalbox.core.gate;

import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.ledger.Owner;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.monitor.Connectors;
import dev.signalbox.core.monitor.Lease;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.PlanProgress;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.text.CoreTexts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The action gate. See [ActionService].
public final class GatedActions implements ActionService {
    private final Connections connections;
    private final Connectors connectors;
    private final BackupStore backups;
    private final ReplayLedger ledger;
    private final UnfinishedReplays unfinished;
    private final AuditTrail audit;
    private final Unlocks unlocks;
    private final Clock clock;
    private final Plans plans;
    private final Speeds speeds;
    private final Operations operations;
    private final AtomicInteger started = new AtomicInteger();

    /// What the gate writes to.
    ///
    /// @param unfinished folder for replays that have not sent all their letters
    /// @param operator name of who sits here
    /// @param host name of the machine
    public record Records(
            AuditLog audit,
            BackupStore backups,
            ReplayLedger ledger,
            Path unfinished,
            String operator,
            String host) {}

    public GatedActions(
            Connections connections, Connectors connectors, Records records, Clock clock) {
        this.connections = connections;
        this.connectors = connectors;
        this.backups = records.backups();
        this.ledger = records.ledger();
        Owner self = Owner.current(records.host());
        this.operations = new Operations(self);
        this.plans =
                new Plans(
                        new ReplayGuard(
                                records.ledger(),
                                entry -> operations.isOver(entry.owner(), entry.actionId())),
                        new RestoreGuard(records.audit()),
                        clock);
        this.speeds = new Speeds(records.audit());
        this.unfinished = new UnfinishedReplays(records.unfinished(), records.ledger(), self);
        this.audit =
                new AuditTrail(
                        records.audit(),
                        clock,
                        new AuditTrail.Operator(records.operator(), records.host()));
        this.unlocks =
                new Unlocks(
                        connections, records.audit(), records.operator(), records.host(), clock);
        this.clock = clock;
    }

    /// The connections that may be changed although their profiles are read-only.
    public Unlocks unlocks() {
        return unlocks;
    }

    @Override
    public Plan plan(String profileId, Action action, PlanProgress progress)
            throws ConnectorException, InterruptedException {
        Profile profile = writable(profileId, action);
        try (Lease lease = connectors.lease(profileId)) {
            return plans.issue(profile, lease.connector(), action, progress);
        }
    }

    @Override
    public Operation start(String profileId, Plan plan, Confirmation confirmation, Caution caution)
            throws ConnectorException, InterruptedException {
        Profile profile = writable(profileId, plan.action());
        try {
            if (caution.stopAtPercent().isPresent()
                    && canStopAt(profileId, plan.action().target())
                            instanceof Support.Refused(String reason)) {
                throw GateProblems.cannotStopAt(reason);
            }
            plans.checkConfirmation(profile, plan, confirmation);
            Lease lease = connectors.lease(profileId);
            boolean handedOver = false;
            try {
                plans.checkStillHolds(profile, lease, plan);
                Operation operation = launch(profile, lease, plan, caution);
                handedOver = true;
                return operation;
            } finally {
                if (!handedOver) {
                    lease.close();
                }
            }
        } catch (ConnectorException e) {
            audit.refused(profile, plan, e.problem());
            throw e;
        }
    }

    @Override
    public Optional<Speed> speed(Plan plan) throws ConnectorException {
        if (!(plan.action() instanceof Action.ReplayDeadLetters)) {
            return Optional.empty();
        }
        Optional<Speed> last = speeds.lastOn(plan.clusterId());
        return last.isPresent() ? last : plans.speedOfReading(plan);
    }

    @Override
    public Support canStopAt(String profileId, String destination) {
        boolean queue =
                connections.state(profileId).flatMap(ConnectionState::snapshot).stream()
                        .flatMap(known -> known.destinations().stream())
                        .filter(each -> each.name().equals(destination))
                        .anyMatch(each -> each.kind() == DestinationKind.QUEUE);
        return queue
                ? new Support.Refused(CoreTexts.get("gate.stop-at-queue", destination))
                : new Support.Offered();
    }

    @Override
    public boolean asksForName(String profileId, Plan plan) {
        return connections
                .state(profileId)
                .map(state -> Plans.asksForName(state.profile(), plan))
                .orElse(true);
    }

    @Override
    public List<Operation> operations() {
        return operations.all();
    }

    @Override
    public void onOperation(Consumer<Operation> listener) {
        operations.onChange(listener);
    }

    @Override
    public Aftermath follow(UUID id) throws ConnectorException, InterruptedException {
        RunningOperation operation =
                operations
                        .find(id)
                        .filter(each -> each.aftermath().isPresent())
                        .orElseThrow(GateProblems::notFollowed);
        Follower follower = operation.follower().orElseThrow(GateProblems::notFollowed);
        try (Lease lease = connectors.lease(operation.profile().id())) {
            Aftermath seen = follower.look(lease.connector(), lease.connector().poll());
            operation.seen(seen);
            return seen;
        }
    }

    @Override
    public List<UnfinishedReplay> unfinished() throws ConnectorException {
        return unfinished.list(
                replay -> operations.isOver(replay.owner(), replay.id()), clock.instant());
    }

    @Override
    public void forget(UUID replay) throws ConnectorException {
        unfinished.forget(replay);
    }

    private Profile writable(String profileId, Action action) throws ConnectorException {
        Profile profile =
                connections
                        .state(profileId)
                        .map(ConnectionState::profile)
                        .orElseThrow(() -> GateProblems.notOpen(profileId));
        if (!unlocks.allowChanges(profile)) {
            ConnectorException refusal = GateProblems.readOnly(profile.name());
            audit.refused(profile, action, refusal.problem());
            throw refusal;
        }
        return profile;
    }

    private Operation launch(Profile profile, Lease lease, Plan plan, Caution caution)
            throws ConnectorException {
        plans.take(plan);
        BackupWriter backup = beginBackup(profile, plan);
        boolean launched = false;
        try {
            unfinished.begin(profile.id(), plan);
            audit.intent(profile, plan, caution);
            RunningOperation operation =
                    new RunningOperation(
                            profile, plan, caution, clock.instant(), operations::changed);
            operations.add(operation);
            ActionRun run =
                    new ActionRun(
                            lease,
                            held -> {
                                // What was unlocked for a while may be locked by then.
                                writable(profile.id(), plan.action());
                                plans.checkStillHolds(profile, held, plan);
                            },
                            backup,
                            ledger,
                            audit,
                            clock,
                            operation);
            operation.startOn(
                    Thread.ofVirtual()
                            .name("action-" + started.incrementAndGet())
                            .unstarted(
                                    () -> {
                                        run.run();
                                        connections.pollNow(profile.id());
                                    }));
            launched = true;
            return operation;
        } finally {
            if (!launched) {
                unfinished.forget(plan.id());
                if (backup != null) {
                    backup.discardEmpty();
                }
            }
        }
    }

    private @Nullable BackupWriter beginBackup(Profile profile, Plan plan)
            throws ConnectorException {
        if (plan.reversal() != Reversal.BACKUP && !Edits.areIn(plan)) {
            return null;
        }
        return backups.begin(
                plan.id(),
                profile.id(),
                plan.clusterId(),
                plan.action().target(),
                clock.instant(),
                plan.effect().bytes().orElse(0));
    }
}
