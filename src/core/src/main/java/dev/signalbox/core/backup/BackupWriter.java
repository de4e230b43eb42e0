package dev.signalbox.core.backup;

import dev.signalbox.core.backup.BatchFile.Batch;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.problem.ConnectorException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes one backup. A message it has returned from is on the disk.
public final class BackupWriter implements AutoCloseable {
    private final BackupHeader header;
    private final Path path;
    private final FileChannel file;
    private long messages;

    BackupWriter(BackupHeader header, Path path, FileChannel file) {
        this.header = header;
        this.path = path;
        this.file = file;
    }

    /// Appends messages and flushes them to the disk.
    public synchronized void write(List<Message> batch) throws ConnectorException {
        for (Message message : batch) {
            if (!message.id().destination().equals(header.destination())) {
                throw new IllegalArgumentException("not of this backup: " + message.id());
            }
        }
        try {
            BatchFile.append(
                    file,
                    new Batch(BackupFormat.MESSAGES, batch.size(), BackupFormat.encode(batch)));
        } catch (IOException e) {
            throw BackupProblems.cannotWrite(path, e);
        }
        messages += batch.size();
    }

    /// How many messages are on the disk.
    public synchronized long messages() {
        return messages;
    }

    /// Marks the backup as whole. Nothing can be written afterwards.
    public synchronized Backup seal() throws ConnectorException {
        try {
            BatchFile.append(file, new Batch(BackupFormat.END, 0, BatchFile.EMPTY));
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
                    true,
                    path);
        } catch (IOException e) {
            throw BackupProblems.cannotWrite(path, e);
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
