package dev.signalbox.core.gate;

import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.ledger.Owner;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.monitor.Connectors;
import dev.signalbox.core.monitor.Lease;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Severity;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The action gate. See [ActionService].
public final class GatedActions implements ActionService {
    /// A plan that lay longer is made again: too much may have happened since.
    static final Duration FRESH = Duration.ofMinutes(10);

    private static final int OPERATIONS_KEPT = 500;

    private final Connections connections;
    private final Connectors connectors;
    private final BackupStore backups;
    private final ReplayLedger ledger;
    private final ReplayGuard replays;
    private final RestoreGuard restores;
    private final UnfinishedReplays unfinished;
    private final String host;
    private final AuditTrail audit;
    private final Unlocks unlocks;
    private final Clock clock;
    private final IssuedPlans issued = new IssuedPlans();
    private final List<RunningOperation> operations = new ArrayList<>();
    private final List<Consumer<Operation>> listeners = new CopyOnWriteArrayList<>();
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
        this.replays =
                new ReplayGuard(
                        records.ledger(),
                        entry -> isOver(entry.owner(), entry.actionId(), records.host()));
        this.host = records.host();
        this.unfinished =
                new UnfinishedReplays(
                        records.unfinished(), records.ledger(), Owner.current(records.host()));
        this.restores = new RestoreGuard(records.audit());
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
    public Plan plan(String profileId, Action action)
            throws ConnectorException, InterruptedException {
        Profile profile = writable(profileId, action);
        try (Lease lease = connectors.lease(profileId)) {
            Plan plan = makePlan(lease, action);
            issued.add(profile.id(), plan);
            return plan;
        }
    }

    @Override
    public Operation start(String profileId, Plan plan, Confirmation confirmation, Caution caution)
            throws ConnectorException, InterruptedException {
        Profile profile = writable(profileId, plan.action());
        try {
            checkConfirmation(profile, plan, confirmation);
            Lease lease = connectors.lease(profileId);
            boolean handedOver = false;
            try {
                checkStillHolds(profile, lease, plan);
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
    public boolean asksForName(String profileId, Plan plan) {
        return connections
                .state(profileId)
                .map(state -> asksForName(state.profile(), plan))
                .orElse(true);
    }

    @Override
    public List<Operation> operations() {
        synchronized (operations) {
            return List.<Operation>copyOf(operations.reversed());
        }
    }

    @Override
    public void onOperation(Consumer<Operation> listener) {
        listeners.add(listener);
    }

    @Override
    public Aftermath follow(UUID id) throws ConnectorException, InterruptedException {
        RunningOperation operation;
        synchronized (operations) {
            operation =
                    operations.stream()
                            .filter(each -> each.id().equals(id))
                            .filter(each -> each.aftermath().isPresent())
                            .findFirst()
                            .orElseThrow(GateProblems::notFollowed);
        }
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
                replay -> isOver(replay.owner(), replay.id(), host), clock.instant());
    }

    @Override
    public void forget(UUID replay) throws ConnectorException {
        unfinished.forget(replay);
    }

    private Plan makePlan(Lease lease, Action action)
            throws ConnectorException, InterruptedException {
        Plan plan = replays.guard(lease.connector(), lease.connector().plan(action));
        Edits.check(action, plan);
        return restores.hazard(plan)
                .or(() -> Edits.note(plan))
                .map(List::of)
                .map(plan::withHazards)
                .orElse(plan);
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

    private void checkConfirmation(Profile profile, Plan plan, Confirmation confirmation)
            throws ConnectorException {
        if (!confirmation.planId().equals(plan.id()) || !issued.holds(profile.id(), plan)) {
            throw GateProblems.unknownPlan();
        }
        if (plan.madeAt().plus(FRESH).isBefore(clock.instant())) {
            throw GateProblems.tooOld(FRESH.toMinutes());
        }
        if (asksForName(profile, plan)
                && !confirmation.typedName().equals(Optional.of(plan.action().target()))) {
            throw GateProblems.nameNotTyped(plan.action().target());
        }
    }

    private static boolean asksForName(Profile profile, Plan plan) {
        return profile.environment() == Environment.PRODUCTION
                && plan.reversal() == Reversal.IMPOSSIBLE;
    }

    /// Plans the frozen action again: it must be the same server, and do no more than was reviewed.
    private void checkStillHolds(Profile profile, Lease lease, Plan plan)
            throws ConnectorException, InterruptedException {
        Plan now = makePlan(lease, plan.action());
        if (!now.clusterId().equals(plan.clusterId())) {
            throw GateProblems.otherServer(profile.name());
        }
        if (now.effect().count() > plan.effect().count()) {
            throw GateProblems.wouldDoMore(plan.effect().count(), now.effect().count());
        }
        Set<String> reviewed =
                plan.hazards().stream().map(Hazard::code).collect(Collectors.toSet());
        for (Hazard hazard : now.hazards()) {
            if (hazard.severity() != Severity.NOTE && !reviewed.contains(hazard.code())) {
                throw GateProblems.newHazard(hazard.text());
            }
        }
    }

    private Operation launch(Profile profile, Lease lease, Plan plan, Caution caution)
            throws ConnectorException {
        if (!issued.take(plan.id())) {
            throw GateProblems.unknownPlan();
        }
        BackupWriter backup = beginBackup(profile, plan);
        boolean launched = false;
        try {
            unfinished.begin(profile.id(), plan);
            audit.intent(profile, plan, caution);
            RunningOperation operation =
                    new RunningOperation(profile, plan, caution, clock.instant(), this::changed);
            remember(operation);
            ActionRun run =
                    new ActionRun(
                            lease,
                            held -> {
                                // What was unlocked for a while may be locked by then.
                                writable(profile.id(), plan.action());
                                checkStillHolds(profile, held, plan);
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

    /// A replay of this console runs as long as its operation does; one of another as long as that is there.
    private boolean isOver(Owner owner, UUID action, String host) {
        if (owner.equals(Owner.current(host))) {
            return operations().stream()
                    .filter(operation -> operation.id().equals(action))
                    .allMatch(operation -> operation.state().status().hasEnded());
        }
        return owner.isGone(host);
    }

    private void remember(RunningOperation operation) {
        synchronized (operations) {
            operations.add(operation);
            if (operations.size() > OPERATIONS_KEPT) {
                operations.removeFirst();
            }
        }
    }

    private void changed(Operation operation) {
        listeners.forEach(listener -> listener.accept(operation));
    }
}
