package dev.signalbox.app.operations;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.action.ActionWords;
import dev.signalbox.app.live.Loaded;
import dev.signalbox.app.parts.MasterDetail;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.backup.BackupExpiry;
import dev.signalbox.core.model.ActionKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the audit remembers: who did what, when, on what, and how it ended.
final class HistoryPane extends StackPane {
    private final OperationsViewModel model;
    private final List<Column<HistoryItem>> columns = columns();
    private final DataTable<HistoryItem.Key, HistoryItem> table =
            new DataTable<>(HistoryItem::key, columns);
    private final DataTable<String, HistoryDetails.Line> details =
            new DataTable<>(
                    HistoryDetails.Line::name,
                    List.of(
                            Column.<HistoryDetails.Line>label(
                                            "history.name", HistoryDetails.Line::name)
                                    .width(150),
                            Column.<HistoryDetails.Line>label(
                                            "history.value", HistoryDetails.Line::value)
                                    .grows()));
    private final MasterDetail split;

    HistoryPane(OperationsViewModel model, Preferences preferences) {
        this.model = model;
        table.setId("history");
        table.choosable("history", preferences);
        table.setState(new TableState.Loading());
        table.sortedBy(columns.getFirst(), SortType.DESCENDING);
        details.choosable("history-details", preferences);
        details.setState(new TableState.Empty(""));
        VBox lower = new VBox(details);
        lower.getStyleClass().add("detail");
        VBox.setVgrow(details, Priority.ALWAYS);
        split = new MasterDetail(table, lower, table::clearSelection);
        getChildren().add(split);
        model.history().subscribe(this::show);
        table.selected().subscribe(this::showDetails);
    }

    private List<Column<HistoryItem>> columns() {
        return List.of(
                Column.<HistoryItem>time("history.when", item -> Optional.of(item.entry().at()))
                        .width(215),
                Column.<HistoryItem>label("history.what", HistoryPane::what).width(230).grows(),
                Column.<HistoryItem>label("column.connection", this::connection).width(130),
                Column.<HistoryItem>words("history.result", HistoryPane::result).width(150),
                Column.<HistoryItem>figures(
                                "history.done",
                                HistoryPane::done,
                                item -> amount(item, "done").orElse(-1L),
                                item -> item.detail("done").orElse(""))
                        .width(110),
                Column.<HistoryItem>label("history.who", HistoryPane::who).width(150));
    }

    private static String what(HistoryItem item) {
        String action = item.entry().action();
        if (action.equals(BackupExpiry.ACTION)) {
            return text("history.expired", item.target());
        }
        if (action.isEmpty()) {
            return text("history.access");
        }
        return Arrays.stream(ActionKind.values())
                .filter(kind -> kind.name().equals(action))
                .findFirst()
                .map(kind -> ActionWords.title(kind, item.target()))
                .orElse(action + " " + item.target());
    }

    private String connection(HistoryItem item) {
        return model.connection(item.entry().profileId());
    }

    private static String who(HistoryItem item) {
        return text("history.at", item.entry().operator(), item.entry().host());
    }

    static Shown result(HistoryItem item) {
        String said = word("history-result", item.result());
        return switch (item.result()) {
            case RUNNING -> Shown.of(said, Tone.NOTICE, Feather.LOADER);
            case SUCCEEDED -> Shown.of(said, Tone.GOOD, Feather.CHECK_CIRCLE);
            case PARTIAL -> Shown.of(said, Tone.WARNING, Feather.ALERT_TRIANGLE);
            case FAILED -> Shown.of(said, Tone.DANGER, Feather.X_CIRCLE);
            case CANCELLED -> Shown.of(said, Tone.MUTED, Feather.SLASH);
            case REFUSED ->
                    Shown.of(said, Tone.MUTED, Feather.SHIELD)
                            .withHint(item.detail("summary").orElse(""));
            case UNLOCKED ->
                    Shown.of(said, Tone.WARNING, Feather.UNLOCK)
                            .withHint(item.detail("reason").orElse(""));
            case LOCKED -> Shown.of(said, Tone.GOOD, Feather.LOCK);
            case NO_OUTCOME ->
                    Shown.of(said, Tone.DANGER, Feather.HELP_CIRCLE)
                            .withHint(text("history.no-outcome"));
            case UNKNOWN -> Shown.of(said, Tone.MUTED, Feather.HELP_CIRCLE);
        };
    }

    private static Shown done(HistoryItem item) {
        Optional<Long> done = amount(item, "done");
        Optional<Long> planned = amount(item, "planned");
        if (done.isEmpty()) {
            return planned.map(
                            count -> Shown.unknown(text("history.planned", Formats.number(count))))
                    .orElseGet(Shown::nothing);
        }
        return planned.filter(count -> !count.equals(done.get()))
                .map(
                        count ->
                                Shown.of(
                                        text(
                                                "amount.of",
                                                Formats.number(done.get()),
                                                Formats.number(count))))
                .orElseGet(() -> Shown.of(Formats.number(done.get())));
    }

    /// The audit is a file that others may write to as well.
    private static Optional<Long> amount(HistoryItem item, String name) {
        return item.detail(name).filter(words -> words.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private void show(Loaded<List<HistoryItem>> history) {
        switch (history) {
            case Loaded.Loading<List<HistoryItem>> _ -> table.setState(new TableState.Loading());
            case Loaded.Ready<List<HistoryItem>>(List<HistoryItem> items) -> {
                table.setState(new TableState.Empty(text("history.none")));
                table.setItems(items);
            }
            case Loaded.Failed<List<HistoryItem>>(var problem) -> {
                table.setState(new TableState.Failed(problem));
                table.setItems(List.of());
            }
        }
    }

    private void showDetails(Optional<HistoryItem> item) {
        item.ifPresent(it -> details.setItems(HistoryDetails.of(it)));
        split.setDetailShown(item.isPresent());
    }

    Region filter() {
        return table.filterField();
    }
}
