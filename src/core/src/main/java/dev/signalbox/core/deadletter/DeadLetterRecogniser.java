package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Message;
import java.util.Optional;

/// Knows the headers that one library or broker writes on a dead letter.
///
/// Anybody can write anything into a header: a value that cannot be read leaves its field empty, and never throws.
interface DeadLetterRecogniser {

    /// What the headers tell; empty when none of them is of this convention.
    Optional<DeadLetter> read(Message message);

    /// Whether a header of this name describes a failure rather than the message.
    boolean isFailureHeader(String name);
}
