package dev.signalbox.core.port;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.model.MessageSelection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Something an operator wants done. An adapter switches over it without `default`; what it cannot do it
/// refuses with a reason.
public sealed interface Action {
    ActionKind kind();

    /// What it acts on, by the server's name for it.
    String target();

    /// Removes messages from a destination, backup first.
    record PurgeDestination(String target, MessageSelection selection) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.PURGE;
        }
    }

    /// Sends copies of dead letters to where they came from, or to another destination, keeping key, value,
    /// headers and timestamp. Headers that describe the failure are left off; headers that name the replay are
    /// added.
    ///
    /// @param target where the dead letters lie
    /// @param to instead of the origin
    /// @param again also those that have been replayed before
    /// @param edits what is changed in the copies; a letter that cannot be changed so is not sent. Of the letters as
    ///     they are a backup is written first
    /// @param asIs a move: whatever the messages are, nothing is left off and nothing added. Needs `to`, and a server
    ///     that lets messages be taken out
    record ReplayDeadLetters(
            String target,
            MessageSelection selection,
            Optional<String> to,
            boolean again,
            MessageEdits edits,
            boolean asIs)
            implements Action {
        /// A move of messages to another place, as they are.
        public static ReplayDeadLetters move(String from, MessageSelection selection, String to) {
            return new ReplayDeadLetters(
                    from, selection, Optional.of(to), false, MessageEdits.NONE, true);
        }

        /// Copies without what describes the failure.
        public ReplayDeadLetters(
                String target,
                MessageSelection selection,
                Optional<String> to,
                boolean again,
                MessageEdits edits) {
            this(target, selection, to, again, edits, false);
        }

        /// Copies as they are.
        public ReplayDeadLetters(
                String target, MessageSelection selection, Optional<String> to, boolean again) {
            this(target, selection, to, again, MessageEdits.NONE);
        }

        /// The same of other letters.
        public ReplayDeadLetters of(MessageSelection letters) {
            return new ReplayDeadLetters(target, letters, to, again, edits, asIs);
        }

        /// The same to another place.
        public ReplayDeadLetters to(Optional<String> place) {
            return new ReplayDeadLetters(target, selection, place, again, edits, asIs);
        }

        /// The same, also of letters that have been replayed before, or not.
        public ReplayDeadLetters again(boolean also) {
            return new ReplayDeadLetters(target, selection, to, also, edits, asIs);
        }

        /// The same with the copies changed.
        public ReplayDeadLetters edited(MessageEdits changes) {
            return new ReplayDeadLetters(target, selection, to, again, changes, asIs);
        }

        @Override
        public ActionKind kind() {
            return ActionKind.REPLAY;
        }
    }

    /// Sends one message.
    ///
    /// @param target topic, queue or exchange
    /// @param partition empty: by the key, as the broker's own producers do
    /// @param key of an exchange the routing key
    /// @param properties what the broker keeps beside the headers, such as AMQP's content type
    record PublishMessage(
            String target,
            OptionalInt partition,
            @Nullable Bytes key,
            @Nullable Bytes value,
            List<Header> headers,
            List<Header> properties)
            implements Action {
        public PublishMessage {
            headers = List.copyOf(headers);
            properties = List.copyOf(properties);
        }

        /// Without properties.
        public PublishMessage(
                String target,
                OptionalInt partition,
                @Nullable Bytes key,
                @Nullable Bytes value,
                List<Header> headers) {
            this(target, partition, key, value, headers, List.of());
        }

        @Override
        public ActionKind kind() {
            return ActionKind.PUBLISH;
        }
    }

    /// Brings back the messages of a backup: same destination, partition, key, value, headers and timestamp;
    /// their offsets are new. What still lies there is left out.
    ///
    /// @param to sends all of them to this destination instead, wherever they are from
    record RestoreBackup(Backup backup, Optional<String> to) implements Action {
        /// Back to where they were.
        public RestoreBackup(Backup backup) {
            this(backup, Optional.empty());
        }

        @Override
        public ActionKind kind() {
            return ActionKind.RESTORE;
        }

        @Override
        public String target() {
            return to.orElse(backup.destination());
        }
    }

    /// Moves the committed offsets of a group that has no members.
    ///
    /// @param target the group
    /// @param topics only these; empty: all topics it has offsets for
    record ResetOffsets(String target, List<String> topics, OffsetTarget to) implements Action {
        public ResetOffsets {
            topics = List.copyOf(topics);
        }

        @Override
        public ActionKind kind() {
            return ActionKind.RESET_OFFSETS;
        }
    }

    /// Ends a running global transaction by undoing all its branches.
    ///
    /// @param target XID
    record RollbackTransaction(String target) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.ROLLBACK;
        }
    }

    /// Ends a running global transaction by keeping all its branches.
    ///
    /// @param target XID
    record CommitTransaction(String target) implements Action {
        @Override
        public ActionKind kind() {
            return ActionKind.COMMIT;
        }
    }

    /// What the audit writes down of it: names and counts, never payloads.
    default Map<String, String> parameters() {
        return ActionParameters.of(this);
    }
}
