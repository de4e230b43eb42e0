package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the letters died of, the most frequent first, from the first second on. Choosing one narrows the letters to it;
/// below it is what the operators think of it.
final class CauseList extends VBox {
    private static final int ALWAYS_SEEN = 3;
    private static final double NARROWEST = 310;
    private static final double STEP = 84;

    private final DeadLettersViewModel model;
    private final Label head = DeadLettersView.head("");
    private final Hyperlink all = new Hyperlink(text("cause.all"));
    private final Hyperlink overTime = new Hyperlink(text("cause.over-time.open"));
    private final List<Column<CauseRow>> columns = Causes.columns();
    private final DataTable<String, CauseRow> table = new DataTable<>(CauseRow::id, columns);
    private final NoteEditor note;
    private final ProgressBar progress = new ProgressBar();
    private final Label read = new Label();
    private final Hyperlink again = new Hyperlink(text("cause.again"));
    private final VBox problems = new VBox();

    CauseList(DeadLettersViewModel model, Frame frame) {
        this.model = model;
        this.note = new NoteEditor(model);
        getStyleClass().add("cause-list");
        table.setId("causes");
        table.setState(new TableState.Empty(text("letters.choose")));
        table.setMinHeight(90);
        table.choosable("causes", frame.preferences());
        VBox.setVgrow(table, Priority.ALWAYS);
        table.widthProperty().subscribe(width -> fit(width.doubleValue()));
        all.setId("all-causes");
        all.setOnAction(_ -> table.clearSelection());
        overTime.setId("causes-over-time");
        overTime.setOnAction(_ -> chart(frame));
        HBox title = row(head, all);
        title.getChildren().add(overTime);
        getChildren().addAll(title, progressRow(), table, note, problems);
        table.selected()
                .subscribe(
                        row -> {
                            model.narrowing().cause().set(row.map(CauseRow::id));
                            note.show(row);
                        });
        model.narrowing().cause().subscribe(this::follow);
        model.marks().problem().subscribe(_ -> showProblems());
    }

    private void chart(Frame frame) {
        String place = model.open().get().map(it -> it.destination().name()).orElse("");
        frame.modals()
                .show(new CausesOverTime(place, model.narrowing().found(), frame.modals()::close));
    }

    /// The columns that have room, the more important ones first. What the others hold is in the tooltip of the cause.
    private void fit(double width) {
        for (int i = ALWAYS_SEEN; i < columns.size(); i++) {
            table.setShown(columns.get(i), width >= NARROWEST + (i - ALWAYS_SEEN) * STEP);
        }
    }

    private HBox progressRow() {
        progress.getStyleClass().add("small");
        progress.setPrefWidth(90);
        read.setId("survey");
        read.getStyleClass().add("muted");
        again.setId("survey-again");
        again.setOnAction(_ -> model.narrowing().surveyAgain());
        HBox row = row(read, again);
        row.getChildren().addFirst(progress);
        row.getStyleClass().add("survey-row");
        return row;
    }

    private static HBox row(Label words, Hyperlink link) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(words, gap, link);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void follow(Optional<String> cause) {
        all.setVisible(cause.isPresent());
        if (cause.isEmpty()) {
            table.clearSelection();
        }
    }

    void show() {
        Found found = model.narrowing().found().get();
        List<CauseRow> rows = CauseRow.of(found, model.marks().marks().get());
        head.setText(text("cause.head", Formats.number(rows.size())));
        table.setState(state(found));
        table.setItems(rows);
        overTime.setVisible(!rows.isEmpty());
        showProgress(found);
        showProblems();
    }

    /// What was not read is not said to be empty.
    private TableState state(Found found) {
        if (model.open().get().isEmpty()) {
            return new TableState.Empty(text("letters.choose"));
        }
        return model.problem()
                .get()
                .<TableState>map(TableState.Failed::new)
                .orElseGet(
                        () ->
                                found.running()
                                        ? new TableState.Loading()
                                        : new TableState.Empty(text("cause.none")));
    }

    /// Where all letters are held there is nothing to wait for, and nothing to say.
    private void showProgress(Found found) {
        boolean whole = model.page().get().all();
        progress.getParent().setVisible(!whole);
        progress.getParent().setManaged(!whole);
        progress.setVisible(found.running());
        progress.setManaged(found.running());
        again.setVisible(!found.running());
        OptionalLong there =
                model.open().get().map(place -> place.count().value()).orElse(OptionalLong.empty());
        boolean known = there.isPresent() && there.getAsLong() > 0;
        progress.setProgress(
                known
                        ? Math.min(1, (double) found.read() / there.getAsLong())
                        : ProgressBar.INDETERMINATE_PROGRESS);
        String count = Formats.number(found.read());
        read.setText(
                found.running() && known
                        ? text("cause.reading", count, Formats.number(there.getAsLong()))
                        : text("cause.read", count));
    }

    private void showProblems() {
        problems.getChildren().clear();
        model.narrowing()
                .found()
                .get()
                .problem()
                .or(() -> model.marks().problem().get())
                .map(Banner::of)
                .ifPresent(problems.getChildren()::add);
    }
}
