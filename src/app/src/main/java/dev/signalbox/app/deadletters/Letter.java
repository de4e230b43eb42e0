package dev.signalbox.app.deadletters;

import dev.signalbox.core.deadletter.BusinessIds;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.deadletter.DeadLetters;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A dead letter as it is shown.
///
/// @param replayed the last replay it was in, as far as this user's consoles know
record Letter(DeadLetter letter, Cause cause, Optional<ReplayLedger.Entry> replayed) {
    /// The newest first.
    static final Comparator<Letter> NEWEST_FIRST =
            Comparator.comparing(
                            (Letter letter) -> letter.time().orElse(Instant.EPOCH),
                            Comparator.reverseOrder())
                    .thenComparing(letter -> letter.id().position(), Comparator.reverseOrder());

    static Letter of(Message message, Optional<ReplayLedger.Entry> replayed) {
        DeadLetter letter = DeadLetters.read(message);
        return new Letter(letter, Cause.of(letter), replayed);
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
}
