package dev.signalbox.core.gate;

import dev.signalbox.core.monitor.Lease;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Severity;
import dev.signalbox.core.port.PlanProgress;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes plans, with what this console knows added to what the server says, and tells whether one that was reviewed may be
/// carried out.
final class Plans {
    /// A plan that lay longer is made again: too much may have happened since.
    static final Duration FRESH = Duration.ofMinutes(10);

    private final ReplayGuard replays;
    private final RestoreGuard restores;
    private final Clock clock;
    private final IssuedPlans issued = new IssuedPlans();

    Plans(ReplayGuard replays, RestoreGuard restores, Clock clock) {
        this.replays = replays;
        this.restores = restores;
        this.clock = clock;
    }

    /// The whole plan, which [#take] hands out once.
    Plan issue(Profile profile, Connector connector, Action action, PlanProgress progress)
            throws ConnectorException, InterruptedException {
        long begun = System.nanoTime();
        Plan plan =
                withWhatIsKnown(
                        action,
                        replays.guard(connector, connector.plan(action))
                                .complete(connector, progress));
        issued.add(profile.id(), plan, Duration.ofNanos(System.nanoTime() - begun));
        return plan;
    }

    /// Guessed by how long the plan took: it has read the letters, and a replay reads them again and sends them.
    Optional<Speed> speedOfReading(Plan plan) {
        return plan.effect().count() == 0
                ? Optional.empty()
                : issued.took(plan.id())
                        .map(
                                took ->
                                        Speeds.of(
                                                plan.effect().count(),
                                                took.multipliedBy(2),
                                                Speed.Basis.READING));
    }

    private Plan withWhatIsKnown(Action action, Plan plan) throws ConnectorException {
        Edits.check(action, plan);
        List<Hazard> known = new ArrayList<>(Edits.notes(plan));
        restores.hazard(plan).ifPresent(known::add);
        return known.isEmpty() ? plan : plan.withHazards(known);
    }

    /// Whether the target's name has to be typed.
    static boolean asksForName(Profile profile, Plan plan) {
        return profile.environment() == Environment.PRODUCTION
                && plan.reversal() == Reversal.IMPOSSIBLE;
    }

    void checkConfirmation(Profile profile, Plan plan, Confirmation confirmation)
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

    /// Plans the frozen action again: it must be the same server, and do no more than was reviewed. That its letters are
    /// all looked at once more is not needed for that: they are frozen, so that there cannot be more of them.
    void checkStillHolds(Profile profile, Lease lease, Plan plan)
            throws ConnectorException, InterruptedException {
        Connector connector = lease.connector();
        Plan now =
                withWhatIsKnown(
                        plan.action(),
                        replays.guard(connector, connector.plan(plan.action())).withHazards());
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

    /// Takes it out, so that a second click cannot carry it out again.
    void take(Plan plan) throws ConnectorException {
        if (!issued.take(plan.id())) {
            throw GateProblems.unknownPlan();
        }
    }
}
