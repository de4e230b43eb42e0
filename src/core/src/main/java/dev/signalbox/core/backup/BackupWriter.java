package dev.signalbox.core.backup;

import dev.signalbox.core.backup.BatchFile.Batch;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.problem.ConnectorException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes one backup. A message it has returned from is on the disk.
public final class BackupWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackupWriter.class);

    private final BackupHeader header;
    private final Path path;
    private final FileChannel file;
    private long messages;

    /// Where the last batch ends that is whole.
    private long whole;

    private boolean torn;

    BackupWriter(BackupHeader header, Path path, FileChannel file) throws IOException {
        this.header = header;
        this.path = path;
        this.file = file;
        this.whole = file.position();
    }

    /// Appends messages and flushes them to the disk.
    public synchronized void write(List<Message> batch) throws ConnectorException {
        for (Message message : batch) {
            if (!message.id().destination().equals(header.destination())) {
                throw new IllegalArgumentException("not of this backup: " + message.id());
            }
        }
        try {
            append(new Batch(BackupFormat.MESSAGES, batch.size(), BackupFormat.encode(batch)));
        } catch (IOException e) {
            throw BackupProblems.cannotWrite(path, e);
        }
        messages += batch.size();
    }

    /// A disk that is full takes a part of a batch. That part has to go: what were written behind it could not be read.
    private void append(Batch batch) throws IOException {
        if (torn) {
            throw new IOException("an earlier batch was cut off");
        }
        torn = true;
        try {
            BatchFile.append(file, batch);
            whole = file.position();
            torn = false;
        } finally {
            if (torn) {
                cutBack();
            }
        }
    }

    private void cutBack() {
        try {
            file.truncate(whole);
            file.force(true);
            torn = false;
        } catch (IOException e) {
            LOG.warn("The end of {} stays cut off: {}", path, String.valueOf(e.getMessage()));
        }
    }

    /// How many messages are on the disk.
    public synchronized long messages() {
        return messages;
    }

    /// Marks the backup as whole, if the disk takes the mark: the messages are on it in any case. Nothing can be written
    /// afterwards.
    public synchronized Backup seal() throws ConnectorException {
        try {
            boolean complete = markEnd();
            long bytes = file.size();
            file.close();
            return new Backup(
                    header.id(),
                    header.profileId(),
                    header.clusterId(),
                    header.destination(),
                    header.madeAt(),
                    messages,
                    bytes,
                    complete,
                    path);
        } catch (IOException e) {
            throw BackupProblems.cannotWrite(path, e);
        }
    }

    private boolean markEnd() {
        try {
            append(new Batch(BackupFormat.END, 0, BatchFile.EMPTY));
            return true;
        } catch (IOException e) {
            LOG.warn("{} has no mark of its end: {}", path, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /// Removes a backup in which nothing was kept.
    public synchronized void discardEmpty() throws ConnectorException {
        if (messages > 0) {
            throw new IllegalStateException("holds " + messages + " messages");
        }
        try {
            file.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw BackupProblems.cannotWrite(path, e);
        }
    }

    @Override
    public synchronized void close() throws ConnectorException {
        try {
            file.close();
        } catch (IOException e) {
            throw BackupProblems.cannotWrite(path, e);
        }
    }
}
