package dev.signalbox.core.gate;

import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.audit.AuditEntry.Event;
import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Writes what the gate does into the audit.
final class AuditTrail {
    private static final UUID NO_ACTION = new UUID(0, 0);

    private final AuditLog log;
    private final Clock clock;
    private final Operator operator;

    /// Who sits where.
    record Operator(String name, String host) {}

    AuditTrail(AuditLog log, Clock clock, Operator operator) {
        this.log = log;
        this.clock = clock;
        this.operator = operator;
    }

    void refused(Profile profile, Action action, Problem problem) throws ConnectorException {
        write(Event.REFUSED, NO_ACTION, profile, "", action, of(problem));
    }

    /// A plan that was not carried out.
    void refused(Profile profile, Plan plan, Problem problem) throws ConnectorException {
        Map<String, String> details = new LinkedHashMap<>();
        describe(plan, details);
        details.putAll(of(problem));
        write(Event.REFUSED, plan.id(), profile, plan.clusterId(), plan.action(), details);
    }

    /// @throws ConnectorException when it could not be written: then the plan may not be carried out
    void intent(Profile profile, Plan plan, Caution caution) throws ConnectorException {
        Map<String, String> details = new LinkedHashMap<>();
        describe(plan, details);
        caution.perSecond().ifPresent(rate -> details.put("rate", Integer.toString(rate)));
        caution.notBefore().ifPresent(time -> details.put("not before", time.toString()));
        caution.canary().ifPresent(first -> details.put("canary", Integer.toString(first)));
        caution.stopAtPercent()
                .ifPresent(percent -> details.put("stop at percent", Integer.toString(percent)));
        write(Event.INTENT, plan.id(), profile, plan.clusterId(), plan.action(), details);
    }

    void outcome(Profile profile, Plan plan, Operation.State state) throws ConnectorException {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("result", state.status().name());
        state.outcome().ifPresent(outcome -> describe(outcome, details));
        state.problem().ifPresent(problem -> details.putAll(of(problem)));
        write(Event.OUTCOME, plan.id(), profile, plan.clusterId(), plan.action(), details);
    }

    private static void describe(Plan plan, Map<String, String> details) {
        details.put("unit", plan.effect().unit().name());
        details.put("planned", Long.toString(plan.effect().count()));
        details.put("exact", Boolean.toString(plan.effect().exact()));
        plan.effect().bytes().ifPresent(bytes -> details.put("bytes", Long.toString(bytes)));
        details.put("reversal", plan.reversal().name());
        if (!plan.hazards().isEmpty()) {
            details.put(
                    "hazards",
                    plan.hazards().stream()
                            .map(Plan.Hazard::code)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
    }

    /// @throws ConnectorException when it could not be written: then it stays locked
    void unlocked(Unlock unlock) throws ConnectorException {
        access(
                Event.UNLOCKED,
                unlock.profile(),
                Map.of("until", unlock.until().toString(), "reason", unlock.reason()));
    }

    void locked(Profile profile) throws ConnectorException {
        access(Event.LOCKED, profile, Map.of());
    }

    private void access(Event event, Profile profile, Map<String, String> details)
            throws ConnectorException {
        log.append(
                new AuditEntry(
                        clock.instant(),
                        event,
                        NO_ACTION,
                        operator.name(),
                        operator.host(),
                        profile.id(),
                        "",
                        "",
                        Map.of(),
                        details));
    }

    private static void describe(Outcome outcome, Map<String, String> details) {
        details.put("done", Long.toString(outcome.done()));
        int number = 0;
        for (StepOutcome step : outcome.steps()) {
            number++;
            String result = step.problem().map(p -> " " + p.kind() + ": " + p.summary()).orElse("");
            details.put("step " + number, step.text() + " (" + step.done() + ")" + result);
        }
    }

    private static Map<String, String> of(Problem problem) {
        return Map.of("problem", problem.kind().name(), "summary", problem.summary());
    }

    private void write(
            Event event,
            UUID actionId,
            Profile profile,
            String clusterId,
            Action action,
            Map<String, String> details)
            throws ConnectorException {
        log.append(
                new AuditEntry(
                        clock.instant(),
                        event,
                        actionId,
                        operator.name(),
                        operator.host(),
                        profile.id(),
                        clusterId,
                        action.kind().name(),
                        action.parameters(),
                        details));
    }
}
