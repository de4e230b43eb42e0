package dev.signalbox.app.browse;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Background.Running;
import dev.signalbox.app.live.Loaded;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Messages of one destination, as many as were asked for.
public final class BrowseViewModel {
    /// All of them are held in memory and in one table.
    static final int MOST = 5_000;

    private final Connections connections;
    private final Background background;
    private final ReadOnlyObjectWrapper<Loaded<List<Message>>> messages =
            new ReadOnlyObjectWrapper<>(new Loaded.Ready<>(List.of()));
    private Optional<Running> running = Optional.empty();

    public BrowseViewModel(Connections connections, Background background) {
        this.connections = connections;
        this.background = background;
    }

    /// Newest first.
    public ReadOnlyObjectProperty<Loaded<List<Message>>> messages() {
        return messages.getReadOnlyProperty();
    }

    /// Reads these messages; what was being read is given up.
    public void read(Focus destination, MessageSelection selection) {
        stop();
        messages.set(new Loaded.Loading<>());
        running =
                Optional.of(
                        background.run(
                                "browse",
                                () -> readAll(destination, selection),
                                read -> show(new Loaded.Ready<>(read)),
                                problem -> show(new Loaded.Failed<>(problem))));
    }

    private List<Message> readAll(Focus destination, MessageSelection selection)
            throws ConnectorException, InterruptedException {
        List<Message> read = new ArrayList<>();
        try (MessageStream stream =
                connections
                        .reader(destination.profileId())
                        .browse(destination.subject(), selection, MOST)) {
            Optional<Message> next = stream.next();
            while (next.isPresent() && read.size() < MOST) {
                read.add(next.get());
                next = stream.next();
            }
        }
        return List.copyOf(read.reversed());
    }

    private void show(Loaded<List<Message>> result) {
        running = Optional.empty();
        messages.set(result);
    }

    /// Gives up reading. What was read so far is dropped.
    public void stop() {
        running.ifPresent(Running::cancel);
        running = Optional.empty();
    }

    /// Forgets what was read.
    public void clear() {
        stop();
        messages.set(new Loaded.Ready<>(List.of()));
    }
}
