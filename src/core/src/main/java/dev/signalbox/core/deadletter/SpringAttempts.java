package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Message;
import java.util.Optional;
import java.util.OptionalInt;

/// How often a Spring Kafka application tried a message before it gave up.
final class SpringAttempts {
    /// Written by retry topics whenever they forward a message, to the dead-letter topic too: the number of the attempt
    /// *to come*. Four bytes; one in early versions.
    static final String TO_COME = "retry_topic-attempts";

    /// Written by a listener container that retries in place, where that is switched on: the number of the attempt
    /// under way. Four bytes.
    static final String UNDER_WAY = "kafka_deliveryAttempt";

    private SpringAttempts() {}

    /// @param byRetryTopics whether retry topics put it aside, and so counted an attempt that never came; a plain
    ///     recoverer leaves the number as it was for the attempt that failed
    static OptionalInt read(Message message, boolean byRetryTopics) {
        int neverCame = byRetryTopics ? 1 : 0;
        OptionalInt toCome =
                atLeast(1 + neverCame, message.header(TO_COME).map(SpringAttempts::number));
        if (toCome.isPresent()) {
            return OptionalInt.of(toCome.getAsInt() - neverCame);
        }
        return atLeast(1, message.header(UNDER_WAY).map(SpringAttempts::number));
    }

    private static OptionalInt number(Bytes value) {
        return value.size() == 1 ? BinaryNumbers.uint8(value) : BinaryNumbers.int32(value);
    }

    private static OptionalInt atLeast(int least, Optional<OptionalInt> number) {
        OptionalInt known = number.orElse(OptionalInt.empty());
        return known.isPresent() && known.getAsInt() >= least ? known : OptionalInt.empty();
    }
}
