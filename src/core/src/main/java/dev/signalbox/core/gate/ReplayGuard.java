package dev.signalbox.core.gate;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.ledger.LetterState;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Severity;
import dev.signalbox.core.port.PlanProgress;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.text.CoreTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Keeps replays from sending a letter twice unnoticed: leaves out what the ledger knows, and says so.
final class ReplayGuard {
    private final ReplayLedger ledger;
    private final Predicate<ReplayLedger.Entry> cutOff;

    /// @param cutOff whether the replay of an entry runs nowhere any more, for certain
    ReplayGuard(ReplayLedger ledger, Predicate<ReplayLedger.Entry> cutOff) {
        this.ledger = ledger;
        this.cutOff = cutOff;
    }

    /// @param hazards what the ledger adds to those of the plan
    record Guarded(Plan plan, List<Hazard> hazards) {
        Guarded {
            hazards = List.copyOf(hazards);
        }

        Plan withHazards() {
            return plan.withHazards(hazards);
        }

        /// The same made exact. Only what the ledger has left is looked at.
        Plan complete(Connector connector, PlanProgress progress)
                throws ConnectorException, InterruptedException {
            return connector.complete(plan, progress).withHazards(hazards);
        }
    }

    /// The same plan without the letters that were replayed before; with them, and a warning, where the operator
    /// asked for them again.
    ///
    /// @throws ConnectorException `CONFLICT` when nothing is left to replay
    Guarded guard(Connector connector, Plan plan) throws ConnectorException, InterruptedException {
        if (!(plan.action() instanceof ReplayDeadLetters replay)) {
            return new Guarded(plan, List.of());
        }
        List<Range> letters = frozen(replay);
        settle(connector, plan.clusterId(), replay.target(), letters);
        List<ReplayLedger.Entry> known = ledger.find(plan.clusterId(), replay.target(), letters);
        if (known.isEmpty()) {
            return new Guarded(plan, List.of());
        }
        long sent = count(letters, known, entry -> entry.state() == LetterState.SENT);
        long inDoubt = count(letters, known, entry -> entry.state() == LetterState.SENDING);
        if (replay.again()) {
            return new Guarded(plan, hazards("again", Severity.DANGER, sent, inDoubt));
        }
        List<Range> rest =
                LetterRanges.without(
                        letters, known.stream().map(ReplayLedger.Entry::letters).toList());
        if (rest.isEmpty()) {
            throw GateProblems.allReplayed(replay.target());
        }
        Action reduced = replay.of(new MessageSelection.Ranges(rest));
        return new Guarded(
                connector.plan(reduced), hazards("left-out", Severity.WARNING, sent, inDoubt));
    }

    /// Asks the server what became of letters in doubt whose replay was cut off. It may not know; then they stay so.
    private void settle(
            Connector connector, String clusterId, String destination, List<Range> letters)
            throws ConnectorException, InterruptedException {
        Map<UUID, List<ReplayLedger.Entry>> doubtful =
                ledger.find(clusterId, destination, letters).stream()
                        .filter(entry -> entry.state() == LetterState.SENDING)
                        .filter(cutOff)
                        .distinct()
                        .collect(Collectors.groupingBy(ReplayLedger.Entry::actionId));
        for (Map.Entry<UUID, List<ReplayLedger.Entry>> replay : doubtful.entrySet()) {
            List<ReplayLedger.Entry> entries = replay.getValue();
            Optional<List<Range>> sent =
                    connector.settle(
                            replay.getKey(),
                            destination,
                            entries.stream().map(ReplayLedger.Entry::letters).toList(),
                            entries.getFirst().at());
            if (sent.isPresent()) {
                ledger.settle(clusterId, destination, entries, sent.get());
            }
        }
    }

    /// The letters of a plan's action, which every adapter has frozen.
    static List<Range> frozen(ReplayDeadLetters replay) {
        if (replay.selection() instanceof MessageSelection.Ranges ranges) {
            return LetterRanges.joined(ranges.ranges());
        }
        throw new IllegalStateException("a plan that is not frozen: " + replay.selection());
    }

    private static long count(
            List<Range> letters,
            List<ReplayLedger.Entry> known,
            Predicate<ReplayLedger.Entry> which) {
        return LetterRanges.count(
                LetterRanges.common(
                        letters,
                        known.stream().filter(which).map(ReplayLedger.Entry::letters).toList()));
    }

    private static List<Hazard> hazards(String kind, Severity severity, long sent, long inDoubt) {
        List<Hazard> hazards = new ArrayList<>();
        if (sent > 0) {
            hazards.add(hazard("replayed-before." + kind, severity, sent));
        }
        if (inDoubt > 0) {
            hazards.add(hazard("in-doubt." + kind, Severity.DANGER, inDoubt));
        }
        return hazards;
    }

    private static Hazard hazard(String code, Severity severity, long count) {
        return new Hazard(severity, code, CoreTexts.get("hazard." + code, count));
    }
}
