package dev.signalbox.app.incident;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Source;
import dev.signalbox.app.nav.Actions;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.port.Action;
import java.util.List;
import java.util.Optional;

/// Where the messages of a file can go, and the way there: a plan and its review, as for everything.
record Sending(Live live, Actions actions) {
    /// The open connections.
    List<Source> connections() {
        return live.all().get().stream().map(Source::of).toList();
    }

    /// The connection the messages are from, if it is open.
    Optional<Source> home(Backup backup) {
        return live.all().get().stream()
                .filter(state -> leadsHome(state, backup))
                .findFirst()
                .map(Source::of);
    }

    private static boolean leadsHome(ConnectionState state, Backup backup) {
        return state.snapshot()
                .filter(known -> known.server().clusterId().equals(backup.clusterId()))
                .isPresent();
    }

    static Support offered(Backup backup, Optional<Source> to, String destination) {
        if (backup.messages() == 0) {
            return new Support.Refused(text("exported.empty"));
        }
        if (to.isEmpty()) {
            return new Support.Refused(text("exported.no-connection"));
        }
        if (destination.isBlank()) {
            return new Support.Refused(text("exported.no-destination"));
        }
        return to.get().offers(ActionKind.RESTORE);
    }

    /// Opens the review. What goes back to where it came from leaves out what still lies there.
    void send(Backup backup, Source to, String destination) {
        boolean back =
                destination.equals(backup.destination())
                        && home(backup)
                                .filter(home -> home.profileId().equals(to.profileId()))
                                .isPresent();
        actions.open(
                to.profileId(),
                back
                        ? new Action.RestoreBackup(backup)
                        : new Action.RestoreBackup(backup, Optional.of(destination)));
    }
}
