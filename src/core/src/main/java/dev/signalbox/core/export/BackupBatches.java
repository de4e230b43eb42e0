package dev.signalbox.core.export;

import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayList;
import java.util.List;

/// Messages on their way into a backup file, a batch at a time: every batch is flushed to the disk, and none of them is
/// more than memory bears.
final class BackupBatches {
    private static final int MESSAGES = 1_000;
    private static final long BYTES = 4L << 20;

    private final BackupWriter writer;
    private final List<Message> batch = new ArrayList<>();
    private long bytes;

    BackupBatches(BackupWriter writer) {
        this.writer = writer;
    }

    void add(Message message) throws ConnectorException {
        batch.add(message);
        bytes += message.size();
        if (batch.size() == MESSAGES || bytes >= BYTES) {
            flush();
        }
    }

    void flush() throws ConnectorException {
        if (!batch.isEmpty()) {
            writer.write(batch);
            batch.clear();
            bytes = 0;
        }
    }
}
