package dev.signalbox.app.browse;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Background.Running;
import dev.signalbox.app.live.Loaded;
import dev.signalbox.app.messages.Payload;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Messages of one destination, as many as were asked for.
public final class BrowseViewModel {
    /// All of them are held in memory and in one table.
    static final int MOST = 5_000;

    /// Of large messages only the beginning is kept when this many bytes are held: see [Browsed#part].
    static final long MOST_BYTES = 64L << 20;

    private final Connections connections;
    private final Background background;
    private final ReadOnlyObjectWrapper<Loaded<List<Browsed>>> messages =
            new ReadOnlyObjectWrapper<>(new Loaded.Ready<>(List.of()));
    private Optional<Running> running = Optional.empty();

    public BrowseViewModel(Connections connections, Background background) {
        this.connections = connections;
        this.background = background;
    }

    /// Newest first.
    public ReadOnlyObjectProperty<Loaded<List<Browsed>>> messages() {
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

    private List<Browsed> readAll(Focus destination, MessageSelection selection)
            throws ConnectorException, InterruptedException {
        List<Browsed> read = new ArrayList<>();
        long left = MOST_BYTES;
        try (MessageStream stream =
                connections
                        .reader(destination.profileId())
                        .browse(destination.subject(), selection, MOST)) {
            Optional<Message> next = stream.next();
            while (next.isPresent() && read.size() < MOST) {
                Message message = next.get();
                Browsed browsed =
                        message.size() <= left ? Browsed.whole(message) : Browsed.part(message);
                left -= browsed.isWhole() ? message.size() : 0;
                read.add(browsed);
                next = stream.next();
            }
        }
        return List.copyOf(read.reversed());
    }

    /// The payload of a message: where only its beginning was kept, all of it can be read again.
    Payload payload(Focus destination, Browsed browsed) {
        Message message = browsed.message();
        return browsed.isWhole()
                ? Payload.whole(message.value())
                : new Payload(
                        message.value(),
                        browsed.size(),
                        Optional.of(() -> readAgain(destination, message.id())));
    }

    private Bytes readAgain(Focus destination, MessageId id)
            throws ConnectorException, InterruptedException {
        try (MessageStream stream =
                connections
                        .reader(destination.profileId())
                        .browse(destination.subject(), new MessageSelection.Ids(List.of(id)), 1)) {
            return stream.next()
                    .flatMap(message -> Optional.ofNullable(message.value()))
                    .orElseThrow(
                            () ->
                                    new ConnectorException(
                                            new Problem(
                                                    ProblemKind.NOT_FOUND,
                                                    text("browse.gone", id.toString()),
                                                    text("browse.gone.remedy"))));
        }
    }

    private void show(Loaded<List<Browsed>> result) {
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
