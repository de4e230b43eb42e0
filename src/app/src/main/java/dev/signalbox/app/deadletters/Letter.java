package dev.signalbox.app.deadletters;

import dev.signalbox.core.deadletter.BusinessIds;
import dev.signalbox.core.deadletter.CauseKey;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.deadletter.DeadLetters;
import dev.signalbox.core.ledger.LetterState;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A dead letter as it is shown.
///
/// @param causeId of the group of its cause, see [CauseKey#id]
/// @param replayed the last replay it was in, as far as this user's consoles know
record Letter(DeadLetter letter, String causeId, Optional<ReplayLedger.Entry> replayed) {
    /// The newest first.
    static final Comparator<Letter> NEWEST_FIRST =
            Comparator.comparing(
                            (Letter letter) -> letter.time().orElse(Instant.EPOCH),
                            Comparator.reverseOrder())
                    .thenComparing(letter -> letter.id().position(), Comparator.reverseOrder())
                    .thenComparingInt(letter -> letter.id().partition());

    static Letter of(Message message, Optional<ReplayLedger.Entry> replayed) {
        return of(DeadLetters.read(message), replayed);
    }

    static Letter of(DeadLetter letter, Optional<ReplayLedger.Entry> replayed) {
        return new Letter(letter, CauseKey.of(letter).id(), replayed);
    }

    /// The same, as the ledger knows it.
    Letter known(Optional<ReplayLedger.Entry> entry) {
        return new Letter(letter, causeId, entry);
    }

    Message message() {
        return letter.message();
    }

    MessageId id() {
        return message().id();
    }

    Optional<Instant> time() {
        return Optional.ofNullable(message().timestamp());
    }

    Optional<String> xid() {
        return BusinessIds.xid(message());
    }

    Optional<String> orderId() {
        return BusinessIds.orderId(message());
    }

    /// Where it came from, as exactly as is told.
    Optional<String> origin() {
        return letter.origin().map(MessageId::toString).or(letter::originDestination);
    }

    /// The class of what killed it without its package; empty where it is not told.
    String shortClass() {
        return shortClass(letter.cause().map(DeadLetter.Cause::exceptionClass).orElse(""));
    }

    static String shortClass(String exceptionClass) {
        return exceptionClass.substring(exceptionClass.lastIndexOf('.') + 1);
    }

    /// Whether a copy of it was sent, as far as is known.
    boolean wasReplayed() {
        return replayed.map(ReplayLedger.Entry::state).equals(Optional.of(LetterState.SENT));
    }
}
