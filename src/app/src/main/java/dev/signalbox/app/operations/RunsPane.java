package dev.signalbox.app.operations;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.action.ActionWords;
import dev.signalbox.app.action.Pace;
import dev.signalbox.app.action.Run;
import dev.signalbox.app.action.RunView;
import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.parts.ActionButton;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.app.parts.MasterDetail;
import dev.signalbox.app.parts.Pill;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What this session started: running and ended, with the way to stop it or take it back.
final class RunsPane extends StackPane {
    private final OperationsViewModel model;
    private final Live live;
    private final DataTable<UUID, Run> table;
    private final RunView view;
    private final Label title = new Label();
    private final Pill environment = new Pill();
    private final Label connection = new Label();
    private final ActionButton pause;
    private final ActionButton stop;
    private final ActionButton retry;
    private final ActionButton undo;
    private final MasterDetail split;
    private Optional<Run> open = Optional.empty();

    RunsPane(OperationsViewModel model, Live live, Preferences preferences) {
        this.model = model;
        this.live = live;
        this.view = new RunView(live.now());
        this.table = new DataTable<>(Run::id, columns());
        table.setId("runs");
        table.choosable("runs", preferences);
        table.setState(new TableState.Empty(text("runs.none")));
        pause =
                new ActionButton(
                        text("action.pause"),
                        Feather.PAUSE,
                        () -> open.ifPresent(run -> run.pause(!run.operation().isPausing())));
        pause.button().setId("run-pause");
        stop =
                new ActionButton(
                        text("action.stop"),
                        Feather.SQUARE,
                        () -> open.ifPresent(run -> run.operation().cancel()));
        stop.button().setId("run-stop");
        retry =
                new ActionButton(
                        text("runs.retry"), Feather.REPEAT, () -> open.ifPresent(model::retry));
        retry.button().setId("run-retry");
        undo = new ActionButton(text("action.undo"), Feather.ROTATE_CCW, this::undo);
        undo.button().setId("run-undo");
        ScrollPane scroll = new ScrollPane(view);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox detail = new VBox(head(), scroll);
        detail.getStyleClass().add("detail");
        split = new MasterDetail(table, detail, table::clearSelection);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().add(new VBox(new ResumeBar(model), split));
        model.runs().when(Showing.of(this)).subscribe(this::show);
        table.selected().subscribe(this::showOpen);
    }

    private HBox head() {
        title.getStyleClass().add("detail-title");
        connection.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, environment, connection, gap, pause, stop, retry, undo);
        head.getStyleClass().add("detail-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private List<Column<Run>> columns() {
        return List.of(
                Column.<Run>figures(
                                "runs.started",
                                run -> Shown.of(Times.timeOfDay(run.operation().startedAt())),
                                run -> run.operation().startedAt().toEpochMilli(),
                                run -> run.operation().startedAt().toString())
                        .width(84),
                Column.<Run>label("runs.what", run -> ActionWords.title(run.plan().action()))
                        .width(260)
                        .grows(),
                Column.<Run>label("column.connection", run -> run.operation().profile().name())
                        .width(150),
                Column.<Run>words("runs.status", run -> ActionWords.status(run.state().status()))
                        .width(120),
                Column.<Run>figures(
                                "runs.done",
                                run -> Shown.of(ActionWords.done(run)),
                                run -> run.state().done(),
                                run -> Long.toString(run.state().done()))
                        .width(190),
                Column.<Run>figures(
                                "runs.share",
                                RunsPane::share,
                                run -> pace(run).share().orElse(0),
                                run -> share(run).text())
                        .width(76));
    }

    private static Shown share(Run run) {
        return Formats.share(pace(run).share());
    }

    private static Pace pace(Run run) {
        return Pace.of(run, run.state().endedAt().orElse(Instant.now()));
    }

    private void show(List<Run> runs) {
        table.setItems(runs);
        model.look();
        if (open.isEmpty() && !runs.isEmpty()) {
            table.select(runs.getFirst().id());
        }
    }

    private void showOpen(Optional<Run> selected) {
        open = selected;
        split.setDetailShown(selected.isPresent());
        selected.ifPresent(
                run -> {
                    title.setText(ActionWords.title(run.plan().action()));
                    environment.show(Looks.of(run.operation().profile().environment()));
                    connection.setText(run.operation().profile().name());
                    view.show(run);
                    boolean pausable = !run.hasEnded() && run.operation().canPause();
                    pause.setWords(text(run.pausing() ? "action.resume" : "action.pause"));
                    pause.setIcon(run.pausing() ? Feather.PLAY : Feather.PAUSE);
                    pause.setVisible(pausable);
                    pause.setManaged(pausable);
                    retry.setVisible(OperationsViewModel.canRetry(run));
                    retry.setManaged(OperationsViewModel.canRetry(run));
                    retry.setSupport(onOpenConnection(run));
                    stop.setVisible(!run.hasEnded());
                    stop.setManaged(!run.hasEnded());
                    undo.setVisible(run.hasEnded());
                    undo.setManaged(run.hasEnded());
                    undo.setSupport(canUndo(run));
                });
    }

    private Support canUndo(Run run) {
        if (OperationsViewModel.undo(run).isEmpty()) {
            return new Support.Refused(text("runs.no-undo"));
        }
        return onOpenConnection(run);
    }

    private Support onOpenConnection(Run run) {
        return live.state(run.operation().profile().id()).isPresent()
                ? new Support.Offered()
                : new Support.Refused(text("backups.not-open", run.operation().profile().name()));
    }

    private void undo() {
        open.ifPresent(
                run -> {
                    Optional<Action> undo = OperationsViewModel.undo(run);
                    undo.ifPresent(action -> model.undo(run, action));
                });
    }

    void select(UUID id) {
        table.select(id);
    }

    Region filter() {
        return table.filterField();
    }
}
