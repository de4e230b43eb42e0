package dev.signalbox.core.export;

import dev.signalbox.core.model.Message;
import java.io.IOException;
import java.util.Optional;

/// The messages of a file that is not a backup.
interface MessageSource {
    /// Where a file does not say the partition: whatever the key leads to.
    int ANY_PARTITION = -1;

    /// @throws BadLine for what is no message
    Optional<Message> next() throws IOException;
}
