package dev.signalbox.app.deadletters;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Latest;
import dev.signalbox.app.messages.Imports;
import dev.signalbox.app.nav.Actions;
import dev.signalbox.core.problem.Problem;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Letters on their way into a file, and out of one. One at a time. On the FX thread; the work is not.
final class LetterTransfer {
    private final LetterReader reader;
    private final Imports imports;
    private final Background background;
    private final Actions actions;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Nothing());
    private Background.Running running = () -> {};
    private long turn;

    /// How far it is.
    sealed interface State {
        record Nothing() implements State {}

        /// @param read letters looked at so far
        record Writing(Path file, long read) implements State {}

        record Written(Path file, long letters) implements State {}

        record Reading(Path file) implements State {}

        record Failed(Problem problem) implements State {}

        default boolean isUnderway() {
            return switch (this) {
                case Writing _, Reading _ -> true;
                case Nothing _, Written _, Failed _ -> false;
            };
        }
    }

    LetterTransfer(LetterReader reader, Imports imports, Background background, Actions actions) {
        this.reader = reader;
        this.imports = imports;
        this.background = background;
        this.actions = actions;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    void write(LetterPlace place, Exported which, LetterFile into) {
        Path file = into.path();
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
                        () ->
                                into.write(
                                        reader,
                                        place,
                                        which,
                                        read -> progress.offer(new State.Writing(file, read))),
                        letters -> state.set(new State.Written(file, letters)),
                        problem -> state.set(new State.Failed(problem)));
    }

    /// Reads and checks the messages of a file, whatever its format, and opens the review of sending them to the place.
    void read(LetterPlace place, Path file) {
        begin(new State.Reading(file));
        running =
                background.run(
                        "import",
                        () -> imports.read(file, place.destination().name()),
                        action -> {
                            state.set(new State.Nothing());
                            actions.open(place.source().profileId(), action);
                        },
                        problem -> state.set(new State.Failed(problem)));
    }

    private void begin(State first) {
        running.cancel();
        turn++;
        state.set(first);
    }

    /// Stops; a file that was begun is taken away.
    void cancel() {
        begin(new State.Nothing());
    }
}
