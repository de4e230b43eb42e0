package dev.signalbox.app.transactions;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Source;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.model.TransactionStatus;
import dev.signalbox.core.model.TransactionStatus.Phase;
import dev.signalbox.core.monitor.ConnectionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One line of the transactions' table, at one moment.
///
/// @param age to the second
/// @param left until the coordinator rolls it back by itself; negative when that is overdue
/// @param complete false: part of the server's picture is missing, so that no locks may mean unknown locks
record TransactionItem(
        Source source,
        GlobalTransaction transaction,
        Optional<Duration> age,
        Optional<Duration> left,
        boolean complete) {
    /// Locks held longer than that are felt by others.
    static final Duration LONG = Duration.ofSeconds(60);

    Focus key() {
        return new Focus(source.profileId(), transaction.xid());
    }

    Phase phase() {
        return transaction.status().phase();
    }

    /// Whether it is time that somebody looks at it.
    boolean asksForAttention() {
        return switch (phase()) {
            case STUCK -> true;
            case RUNNING, COMMITTING, ROLLING_BACK ->
                    age.filter(known -> known.compareTo(LONG) > 0).isPresent();
            case ENDED -> false;
        };
    }

    /// Locks held; empty when they could not be read.
    OptionalLong locks() {
        int count = transaction.lockCount();
        return count == 0 && !complete ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /// Whether it can be ended this way now, and if not, why.
    Support offers(ActionKind kind) {
        Support support = source.offers(kind);
        if (support instanceof Support.Refused) {
            return support;
        }
        return transaction.status() == TransactionStatus.BEGIN
                ? support
                : new Support.Refused(
                        text("transactions.not-running", Transactions.status(transaction).text()));
    }

    static List<TransactionItem> of(List<ConnectionState> states, Instant now) {
        return states.stream()
                .flatMap(
                        state ->
                                state.snapshot().stream()
                                        .flatMap(known -> known.transactions().stream())
                                        .map(each -> of(state, each, now)))
                .toList();
    }

    private static TransactionItem of(
            ConnectionState state, GlobalTransaction transaction, Instant now) {
        Optional<Duration> age = transaction.age(now).map(TransactionItem::seconds);
        boolean counting =
                transaction.status() == TransactionStatus.BEGIN && !transaction.timeout().isZero();
        return new TransactionItem(
                Source.of(state),
                transaction,
                age,
                age.filter(_ -> counting).map(transaction.timeout()::minus),
                state.snapshot().map(known -> known.gaps().isEmpty()).orElse(false));
    }

    private static Duration seconds(Duration age) {
        return Duration.ofSeconds(Math.max(0, age.toSeconds()));
    }
}
