package dev.signalbox.app.messages;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Latest;
import dev.signalbox.app.nav.Actions;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Messages on their way into a file, and out of one. One at a time. On the FX thread; the work is not.
public final class Transfer {
    private final Imports imports;
    private final Background background;
    private final Actions actions;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Nothing());
    private Background.Running running = () -> {};
    private long turn;

    /// How far it is.
    public sealed interface State {
        record Nothing() implements State {}

        /// @param read messages looked at so far
        record Writing(Path file, long read) implements State {}

        record Written(Path file, long messages) implements State {}

        record Reading(Path file) implements State {}

        record Failed(Problem problem) implements State {}

        default boolean isUnderway() {
            return switch (this) {
                case Writing _, Reading _ -> true;
                case Nothing _, Written _, Failed _ -> false;
            };
        }
    }

    /// Writes messages into a file.
    @FunctionalInterface
    public interface Export {
        /// Blocks.
        ///
        /// @param read called now and then with how many messages have been looked at
        /// @return how many were written
        long write(LongConsumer read) throws ConnectorException, InterruptedException;
    }

    public Transfer(Imports imports, Background background, Actions actions) {
        this.imports = imports;
        this.background = background;
        this.actions = actions;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public void write(Path file, Export export) {
        begin(new State.Writing(file, 0));
        long mine = turn;
        Latest<State> progress =
                new Latest<>(
                        background.fx(),
                        far -> {
                            if (mine == turn && state.get() instanceof State.Writing) {
                                state.set(far);
                            }
                        });
        running =
                background.run(
                        "export",
                        () -> export.write(read -> progress.offer(new State.Writing(file, read))),
                        written -> state.set(new State.Written(file, written)),
                        problem -> state.set(new State.Failed(problem)));
    }

    /// Reads and checks the messages of a file, whatever its format, and opens the review of sending them to the place.
    public void read(Focus place, Path file) {
        begin(new State.Reading(file));
        running =
                background.run(
                        "import",
                        () -> imports.read(file, place.subject()),
                        action -> {
                            state.set(new State.Nothing());
                            actions.open(place.profileId(), action);
                        },
                        problem -> state.set(new State.Failed(problem)));
    }

    private void begin(State first) {
        running.cancel();
        turn++;
        state.set(first);
    }

    /// Stops; a file that was begun is taken away.
    public void cancel() {
        begin(new State.Nothing());
    }
}
