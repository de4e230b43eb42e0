package dev.signalbox.seata.action;

import static dev.signalbox.seata.problem.SeataTexts.text;

import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.GlobalTransaction.Branch;
import dev.signalbox.core.port.Plan.Hazard;
import dev.signalbox.core.port.Plan.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.seata.core.model.BranchStatus;

/// What an operator should know before a running transaction is ended by hand.
final class Hazards {

    /// What is left of the time-out when it is time to say that the coordinator may be faster.
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Ending ending;
    private final GlobalTransaction transaction;
    private final Instant now;
    private final List<Hazard> found = new ArrayList<>();

    private Hazards(Ending ending, GlobalTransaction transaction, Instant now) {
        this.ending = ending;
        this.transaction = transaction;
        this.now = now;
    }

    /// The gravest first.
    ///
    /// @param locksKnown whether the console told which rows are locked
    static List<Hazard> of(
            Ending ending, GlobalTransaction transaction, Instant now, boolean locksKnown) {
        Hazards hazards = new Hazards(ending, transaction, now);
        hazards.business();
        hazards.timeout();
        hazards.branches();
        if (!locksKnown) {
            hazards.add(Severity.NOTE, "locks-unknown", "hazard.locks-unknown");
        }
        return hazards.found.stream()
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .toList();
    }

    /// Nobody but the application knows whether it is still at work.
    private void business() {
        Optional<Duration> age = transaction.age(now).filter(known -> !known.isNegative());
        String since = age.map(Hazards::words).orElseGet(() -> text("duration.unknown"));
        Severity severity =
                switch (ending) {
                    case ROLLBACK -> Severity.WARNING;
                    case COMMIT -> Severity.DANGER;
                };
        add(
                severity,
                "business-running",
                ending.key("hazard.business-running"),
                transaction.application(),
                since);
    }

    private void timeout() {
        Optional<Duration> left =
                transaction
                        .begunAt()
                        .map(b -> Duration.between(now, b.plus(transaction.timeout())));
        if (left.isEmpty() || left.get().compareTo(SOON) > 0) {
            return;
        }
        if (left.get().isPositive()) {
            add(
                    Severity.WARNING,
                    "times-out-soon",
                    ending.key("hazard.times-out-soon"),
                    words(left.get()));
        } else {
            add(Severity.WARNING, "timed-out", ending.key("hazard.timed-out"));
        }
    }

    private void branches() {
        if (transaction.branches().isEmpty()) {
            add(Severity.NOTE, "no-branches", ending.key("hazard.no-branches"));
        }
        if (has("SAGA")) {
            add(Severity.DANGER, "saga-running", ending.key("hazard.saga-running"));
        }
        if (has("AT") && ending == Ending.ROLLBACK) {
            add(Severity.NOTE, "dirty-rows", "hazard.dirty-rows");
        }
        if (has("TCC")) {
            add(Severity.NOTE, "tcc-call", ending.key("hazard.tcc-call"));
        }
        if (has("XA")) {
            add(Severity.NOTE, "xa-prepared", ending.key("hazard.xa-prepared"));
        }
        long failed =
                transaction.branches().stream()
                        .filter(branch -> failedInPhaseOne(branch.status()))
                        .count();
        if (failed > 0 && ending == Ending.COMMIT) {
            add(Severity.DANGER, "branch-failed", "hazard.branch-failed", failed);
        }
    }

    private static boolean failedInPhaseOne(String status) {
        return status.equals(BranchStatus.PhaseOne_Failed.name())
                || status.equals(BranchStatus.PhaseOne_Timeout.name());
    }

    private boolean has(String type) {
        return transaction.branches().stream().map(Branch::type).anyMatch(type::equals);
    }

    private void add(Severity severity, String code, String key, Object... arguments) {
        found.add(new Hazard(severity, code, text(key, arguments)));
    }

    /// Such as `4 min 10 s`: no finer than what an operator acts on.
    private static String words(Duration duration) {
        long hours = duration.toHours();
        if (hours > 0) {
            return text("duration.hours", hours, duration.toMinutesPart());
        }
        if (duration.toMinutes() > 0) {
            return text("duration.minutes", duration.toMinutes(), duration.toSecondsPart());
        }
        return text("duration.seconds", duration.toSeconds());
    }
}
