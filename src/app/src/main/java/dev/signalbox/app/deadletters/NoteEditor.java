package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.core.deadletter.CauseNotes.Note;
import dev.signalbox.core.deadletter.CauseState;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What the operators think of the chosen cause, to be changed. Not there while none is chosen.
final class NoteEditor extends HBox {
    private final DeadLettersViewModel model;
    private final ChoiceBox<CauseState> state = new ChoiceBox<>();
    private final TextField words = new TextField();
    private Optional<CauseRow> row = Optional.empty();

    NoteEditor(DeadLettersViewModel model) {
        this.model = model;
        getStyleClass().add("note-editor");
        setAlignment(Pos.CENTER_LEFT);
        state.setId("cause-state");
        state.getItems().setAll(CauseState.values());
        state.setValue(CauseState.NEW);
        state.setConverter(new Words());
        state.setAccessibleText(text("cause.state"));
        words.setId("cause-note");
        words.setPromptText(text("cause.note.prompt"));
        words.setAccessibleText(text("cause.note.prompt"));
        words.setOnAction(_ -> save());
        HBox.setHgrow(words, Priority.ALWAYS);
        Button save = new Button(text("cause.note.save"));
        save.setId("cause-save");
        save.setMinWidth(USE_PREF_SIZE);
        state.setPrefWidth(104);
        state.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        getChildren().addAll(state, words, save);
        show(Optional.empty());
    }

    /// Leaves what is being typed alone while the same cause is only counted further.
    void show(Optional<CauseRow> chosen) {
        boolean same =
                chosen.map(CauseRow::id).equals(row.map(CauseRow::id))
                        && chosen.flatMap(CauseRow::note).equals(row.flatMap(CauseRow::note));
        row = chosen;
        setVisible(chosen.isPresent());
        setManaged(chosen.isPresent());
        if (!same) {
            state.setValue(chosen.map(CauseRow::state).orElse(CauseState.NEW));
            words.setText(chosen.flatMap(CauseRow::note).map(Note::text).orElse(""));
        }
    }

    private void save() {
        row.ifPresent(chosen -> model.mark(chosen.id(), state.getValue(), words.getText()));
    }

    private static final class Words extends StringConverter<CauseState> {
        @Override
        public String toString(@Nullable CauseState state) {
            return state == null ? "" : word("cause-state", state);
        }

        @Override
        public CauseState fromString(String words) {
            throw new UnsupportedOperationException(words);
        }
    }
}
