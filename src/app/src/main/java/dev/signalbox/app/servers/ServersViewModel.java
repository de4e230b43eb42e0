package dev.signalbox.app.servers;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Inspection;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Source;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.port.Details.ServerDetails;
import dev.signalbox.core.port.Subject;
import java.util.List;
import javafx.beans.value.ObservableValue;

/// The brokers among the connections shown, and what the one that is open consists of. Read on demand: what a poll
/// leaves out, it leaves out for the server's sake.
public final class ServersViewModel {
    private final ObservableValue<List<Source>> servers;
    private final Inspection<ServerDetails> details;

    public ServersViewModel(Live live, Connections connections, Background background) {
        this.servers = live.shown().map(ServersViewModel::serversOf);
        this.details =
                new Inspection<>(
                        connections, background, _ -> new Subject.OfServer(), ServerDetails.class);
    }

    private static List<Source> serversOf(List<ConnectionState> states) {
        return states.stream()
                .filter(state -> state.snapshot().filter(ServersViewModel::isBroker).isPresent())
                .map(Source::of)
                .toList();
    }

    /// A coordinator of transactions has no parts that anybody could look at.
    private static boolean isBroker(Snapshot known) {
        return !known.destinations().isEmpty() || !known.groups().isEmpty();
    }

    ObservableValue<List<Source>> servers() {
        return servers;
    }

    Inspection<ServerDetails> details() {
        return details;
    }
}
