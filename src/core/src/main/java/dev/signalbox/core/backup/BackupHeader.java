package dev.signalbox.core.backup;

import java.time.Instant;
import java.util.UUID;

/// What the first batch of a backup file says, as JSON.
record BackupHeader(
        UUID id, String profileId, String clusterId, String destination, Instant madeAt) {}
