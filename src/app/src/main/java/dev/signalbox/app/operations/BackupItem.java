package dev.signalbox.app.operations;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Source;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.monitor.ConnectionState;
import java.util.List;
import java.util.Optional;

/// A backup and the open connection to the server it was made on.
///
/// @param source empty: no open connection leads there
record BackupItem(Backup backup, Optional<Source> source) {

    /// A backup goes back to the server it came from, whatever the connection is called today; of several that lead
    /// there, to the one it was made through.
    static BackupItem of(Backup backup, List<ConnectionState> open) {
        List<ConnectionState> leading =
                open.stream()
                        .filter(
                                state ->
                                        state.snapshot()
                                                .filter(
                                                        known ->
                                                                known.server()
                                                                        .clusterId()
                                                                        .equals(backup.clusterId()))
                                                .isPresent())
                        .toList();
        return new BackupItem(
                backup,
                leading.stream()
                        .filter(state -> state.profile().id().equals(backup.profileId()))
                        .findFirst()
                        .or(() -> leading.stream().findFirst())
                        .map(Source::of));
    }

    Support restore() {
        if (backup.messages() == 0) {
            return new Support.Refused(text("backups.nothing"));
        }
        return source.map(it -> it.offers(ActionKind.RESTORE))
                .orElseGet(() -> new Support.Refused(text("backups.not-open", backup.profileId())));
    }
}
