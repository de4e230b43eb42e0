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
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.text.CoreTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Keeps replays from sending a letter twice unnoticed: leaves out what the ledger knows, and says so.
final class ReplayGuard {
    private final ReplayLedger ledger;

    ReplayGuard(ReplayLedger ledger) {
        this.ledger = ledger;
    }

    /// The same plan without the letters that were replayed before; with them, and a warning, where the operator
    /// asked for them again.
    ///
    /// @throws ConnectorException `CONFLICT` when nothing is left to replay
    Plan guard(Connector connector, Plan plan) throws ConnectorException, InterruptedException {
        if (!(plan.action() instanceof ReplayDeadLetters replay)) {
            return plan;
        }
        List<Range> letters = frozen(replay);
        List<ReplayLedger.Entry> known = ledger.find(plan.clusterId(), replay.target(), letters);
        if (known.isEmpty()) {
            return plan;
        }
        long sent = count(letters, known, entry -> entry.state() == LetterState.SENT);
        long inDoubt = count(letters, known, entry -> entry.state() == LetterState.SENDING);
        if (replay.again()) {
            return plan.withHazards(hazards("again", Severity.DANGER, sent, inDoubt));
        }
        List<Range> rest =
                LetterRanges.without(
                        letters, known.stream().map(ReplayLedger.Entry::letters).toList());
        if (rest.isEmpty()) {
            throw GateProblems.allReplayed(replay.target());
        }
        Action reduced =
                new ReplayDeadLetters(
                        replay.target(),
                        new MessageSelection.Ranges(rest),
                        replay.to(),
                        replay.again());
        return connector
                .plan(reduced)
                .withHazards(hazards("left-out", Severity.WARNING, sent, inDoubt));
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
