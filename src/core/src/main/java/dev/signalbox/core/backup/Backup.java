package dev.signalbox.core.backup;

import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/// A backup: messages that were removed from one destination, or were about to be, kept in one file.
///
/// @param id of the action that removed them
/// @param profileId connection they were removed from
/// @param clusterId server they were removed from
/// @param messages how many it holds for certain
/// @param bytes size of the file
/// @param complete false: the console was stopped while writing it; the messages that are in it are whole, but
///     some or all of them may still be on the server
public record Backup(
        UUID id,
        String profileId,
        String clusterId,
        String destination,
        Instant madeAt,
        long messages,
        long bytes,
        boolean complete,
        Path file) {

    /// Reads it from the start, checking every checksum on the way.
    ///
    /// @throws ConnectorException `NOT_FOUND` without the file, `INVALID` when it is not a backup
    public BackupReader open() throws ConnectorException {
        return BackupReader.open(file);
    }
}
