package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.QueueFigures.Rates;
import dev.signalbox.core.model.Reading;
import java.time.Instant;
import java.util.Optional;

/// What the server's statistics say of one queue.
///
/// @param bytes of all messages it holds, without their headers
/// @param oldest the timestamp its publisher gave the message at the head, if it gave one
record Statistics(Rates rates, Reading bytes, Optional<Instant> oldest) {
    static Statistics unknown(String reason) {
        return new Statistics(Rates.unknown(reason), Reading.unknown(reason), Optional.empty());
    }
}
