package dev.signalbox.kafka;

import java.util.UUID;

/// The name under which an action keeps on the broker how far it is: as committed offsets of a consumer group that
/// nobody is a member of, written in the same transactions as what it sends.
///
/// The same name is the action's transactional id, so that starting it again ends what it left open.
record ProgressGroup(String name) {
    private static final String REPLAY = "signalbox-replay-";
    private static final String RESTORE = "signalbox-restore-";

    static ProgressGroup ofReplay(UUID actionId) {
        return new ProgressGroup(REPLAY + actionId);
    }

    static ProgressGroup ofRestore(UUID backupId) {
        return new ProgressGroup(RESTORE + backupId);
    }

    static boolean isOurs(String group) {
        return group.startsWith(REPLAY) || group.startsWith(RESTORE);
    }

    static boolean isReplay(String group) {
        return group.startsWith(REPLAY);
    }
}
