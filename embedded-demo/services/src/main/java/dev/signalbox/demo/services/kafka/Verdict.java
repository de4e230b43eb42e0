package dev.signalbox.demo.services.kafka;

import java.time.Instant;

/// Whether a partition may go on to its next message.
sealed interface Verdict {

    /// The message is dealt with: processed, ignored, forwarded or dead-lettered.
    record Finished() implements Verdict {}

    /// The message must be delivered again, at the given time.
    record Later(Instant when) implements Verdict {}
}
