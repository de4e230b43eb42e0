package dev.signalbox.app.live;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Background.Running;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.port.Details;
import dev.signalbox.core.port.Subject;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Reads the details of the one thing that is open, again and again while it is.
///
/// Reading again keeps what is there until the answer comes; opening something else forgets it at once.
public final class Inspection<D extends Details> {
    private final Connections connections;
    private final Background background;
    private final Function<String, Subject> subjectOf;
    private final Class<D> type;
    private final ReadOnlyObjectWrapper<Loaded<D>> details =
            new ReadOnlyObjectWrapper<>(new Loaded.Loading<>());
    private Optional<Focus> open = Optional.empty();
    private Optional<Running> running = Optional.empty();

    public Inspection(
            Connections connections,
            Background background,
            Function<String, Subject> subjectOf,
            Class<D> type) {
        this.connections = connections;
        this.background = background;
        this.subjectOf = subjectOf;
        this.type = type;
    }

    public ReadOnlyObjectProperty<Loaded<D>> details() {
        return details.getReadOnlyProperty();
    }

    /// Opens this, or reads it again if it is open.
    public void read(Focus focus) {
        if (!Optional.of(focus).equals(open)) {
            close();
            open = Optional.of(focus);
        }
        if (running.isPresent()) {
            return;
        }
        running =
                Optional.of(
                        background.run(
                                "inspect",
                                () ->
                                        type.cast(
                                                connections
                                                        .reader(focus.profileId())
                                                        .inspect(subjectOf.apply(focus.subject()))),
                                read -> show(new Loaded.Ready<>(read)),
                                problem -> show(new Loaded.Failed<>(problem))));
    }

    private void show(Loaded<D> result) {
        running = Optional.empty();
        details.set(result);
    }

    /// Nothing is open any more.
    public void close() {
        running.ifPresent(Running::cancel);
        running = Optional.empty();
        open = Optional.empty();
        details.set(new Loaded.Loading<>());
    }
}
