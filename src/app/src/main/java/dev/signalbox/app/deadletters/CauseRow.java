package dev.signalbox.app.deadletters;

import dev.signalbox.core.deadletter.CauseGroup;
import dev.signalbox.core.deadletter.CauseNotes.Note;
import dev.signalbox.core.deadletter.CauseState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A cause as it is shown.
///
/// @param note what the operators think of it, if they have said so
record CauseRow(CauseGroup group, Optional<Note> note) {
    static List<CauseRow> of(Found found, Map<String, Note> marks) {
        return found.causes().groups().stream()
                .map(group -> new CauseRow(group, Optional.ofNullable(marks.get(group.id()))))
                .toList();
    }

    String id() {
        return group.id();
    }

    CauseState state() {
        return note.map(Note::state).orElse(CauseState.NEW);
    }

    /// Whether it was fixed, and letters of it have died since.
    boolean hasReturned() {
        return note.filter(it -> it.hasReturned(group.lastSeen().orElse(Instant.MIN))).isPresent();
    }

    boolean isTold() {
        return !group.key().exceptionClass().isEmpty() || !group.key().message().isEmpty();
    }
}
