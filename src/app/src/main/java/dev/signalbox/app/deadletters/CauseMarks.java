package dev.signalbox.app.deadletters;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.core.deadletter.CauseNotes;
import dev.signalbox.core.deadletter.CauseNotes.Note;
import dev.signalbox.core.deadletter.CauseState;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the operators of this machine have noted on the causes of the open place. The command line's `mark` writes the
/// same.
public final class CauseMarks {
    private final CauseNotes notes;
    private final Background background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Map<String, Note>> marks =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Focus> shown = Optional.empty();

    public CauseMarks(CauseNotes notes, Background background, Clock clock) {
        this.notes = notes;
        this.background = background;
        this.clock = clock;
    }

    /// By the causes' ids.
    ReadOnlyObjectProperty<Map<String, Note>> marks() {
        return marks.getReadOnlyProperty();
    }

    /// Why they could not be read or written.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    void forget() {
        shown = Optional.empty();
        marks.set(Map.of());
        problem.set(Optional.empty());
    }

    void read(LetterPlace place) {
        shown = Optional.of(place.key());
        background.run("notes", () -> of(place), read -> show(place, read), this::fail);
    }

    /// Not cancelled by anything: what the operator has noted is kept.
    void mark(LetterPlace place, String cause, CauseState state, String text) {
        Note note = new Note(state, text.strip(), clock.instant(), operator());
        background.run(
                "note",
                () -> {
                    notes.put(place.clusterId(), place.destination().name(), cause, note);
                    return of(place);
                },
                read -> show(place, read),
                this::fail);
    }

    private Map<String, Note> of(LetterPlace place) throws ConnectorException {
        return notes.of(place.clusterId(), place.destination().name());
    }

    /// Another place may have been opened meanwhile.
    private void show(LetterPlace place, Map<String, Note> read) {
        if (shown.equals(Optional.of(place.key()))) {
            problem.set(Optional.empty());
            marks.set(read);
        }
    }

    private void fail(Problem why) {
        problem.set(Optional.of(why));
    }

    private static String operator() {
        return System.getProperty("user.name", "?");
    }
}
