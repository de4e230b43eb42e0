package dev.signalbox.core.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/// A finished backup: messages that were removed from one destination, kept in one file.
///
/// @param id of the action that removed them
/// @param profileId connection they were removed from
/// @param clusterId server they were removed from
/// @param messages how many it holds
/// @param bytes size of the file
public record Backup(
        UUID id,
        String profileId,
        String clusterId,
        String destination,
        Instant madeAt,
        long messages,
        long bytes,
        Path file) {

    /// Reads it from the start, checking every checksum on the way.
    public BackupReader open() throws dev.signalbox.core.problem.ConnectorException {
        return BackupReader.open(file);
    }
}
