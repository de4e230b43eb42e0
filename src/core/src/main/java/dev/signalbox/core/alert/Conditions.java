package dev.signalbox.core.alert;

import dev.signalbox.core.metrics.Derived.GroupTrend;
import dev.signalbox.core.metrics.Derived.Verdict;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.model.TransactionStatus.Phase;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/// What of the rules holds in what is known of a connection.
final class Conditions {
    private Conditions() {}

    /// The subjects of which this holds now; none where nobody wants to know.
    static Set<String> of(AlertKind kind, ConnectionState state, AlertRules rules, Instant now) {
        Set<String> subjects = new TreeSet<>();
        switch (kind) {
            case CONNECTION_LOST -> lost(state, rules, subjects);
            case ALARM -> {
                if (rules.alarm()) {
                    state.snapshot().ifPresent(known -> alarms(known, subjects));
                }
            }
            case TRANSACTION_AGE ->
                    rules.transactionAge()
                            .ifPresent(
                                    longest ->
                                            state.snapshot()
                                                    .ifPresent(
                                                            known ->
                                                                    old(
                                                                            known, longest, now,
                                                                            subjects)));
            case LAG -> rules.lag().ifPresent(from -> lagging(state, from, subjects));
            case DEAD_LETTERS ->
                    rules.deadLetters().ifPresent(more -> growing(state, more, subjects));
        }
        return subjects;
    }

    private static void lost(ConnectionState state, AlertRules rules, Set<String> subjects) {
        boolean lost =
                state.phase() == ConnectionState.Phase.STALE
                        || state.phase() == ConnectionState.Phase.FAILED;
        if (lost && rules.connectionLost().isPresent()) {
            subjects.add(state.profile().name());
        }
    }

    private static void alarms(Snapshot known, Set<String> subjects) {
        known.server().warnings().stream().map(Problem::summary).forEach(subjects::add);
        known.gaps().stream()
                .filter(
                        gap ->
                                gap.kind() == ProblemKind.CONFLICT
                                        || gap.kind() == ProblemKind.UNREACHABLE)
                .map(Problem::summary)
                .forEach(subjects::add);
        known.destinations().stream()
                .filter(
                        place ->
                                place.partitions().stream()
                                        .anyMatch(partition -> partition.leader().isEmpty()))
                .map(place -> CoreTexts.get("alerts.leaderless", place.name()))
                .forEach(subjects::add);
    }

    private static void old(Snapshot known, Duration longest, Instant now, Set<String> subjects) {
        known.transactions().stream()
                .filter(transaction -> transaction.status().phase() != Phase.ENDED)
                .filter(
                        transaction ->
                                transaction
                                        .age(now)
                                        .map(age -> age.compareTo(longest) > 0)
                                        .orElse(false))
                .map(GlobalTransaction::xid)
                .forEach(subjects::add);
    }

    private static void lagging(ConnectionState state, Verdict from, Set<String> subjects) {
        state.derived()
                .groups()
                .forEach(
                        (group, trend) -> {
                            if (isAsBadAs(trend, from)) {
                                subjects.add(group);
                            }
                        });
    }

    private static boolean isAsBadAs(GroupTrend trend, Verdict from) {
        return trend.verdict() == Verdict.STALLED
                || (trend.verdict() == Verdict.WARN && from == Verdict.WARN);
    }

    private static void growing(ConnectionState state, double more, Set<String> subjects) {
        state.derived()
                .deadLetterRates()
                .forEach(
                        (place, rate) -> {
                            if (rate > more) {
                                subjects.add(place);
                            }
                        });
    }
}
