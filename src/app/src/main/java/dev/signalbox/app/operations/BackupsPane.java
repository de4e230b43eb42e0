package dev.signalbox.app.operations;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Loaded;
import dev.signalbox.app.parts.ActionButton;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.model.Support;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The messages that were removed and kept, each with the way back.
final class BackupsPane extends VBox {
    private final OperationsViewModel model;
    private final Live live;
    private final DataTable<UUID, BackupItem> table;
    private final ActionButton restore;
    private final Label file = new Label();

    BackupsPane(OperationsViewModel model, Live live, Preferences preferences) {
        this.model = model;
        this.live = live;
        getStyleClass().add("backups");
        table = new DataTable<>(item -> item.backup().id(), columns());
        table.setId("backups");
        table.choosable("backups", preferences);
        table.setState(new TableState.Loading());
        VBox.setVgrow(table, Priority.ALWAYS);
        restore =
                new ActionButton(
                        text("backups.restore"),
                        Feather.CORNER_UP_LEFT,
                        () -> table.selected().getValue().ifPresent(model::restore));
        restore.button().setId("restore");
        file.getStyleClass().add("muted");
        HBox tools = new HBox(restore, file);
        tools.getStyleClass().add("letter-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(tools, table);
        model.backups().subscribe(this::show);
        live.all().when(Showing.of(this)).subscribe(_ -> show(model.backups().get()));
        table.selected().subscribe(this::showSelected);
    }

    private List<Column<BackupItem>> columns() {
        return List.of(
                Column.<BackupItem>time("backups.made", item -> Optional.of(item.backup().madeAt()))
                        .width(215),
                Column.<BackupItem>figures(
                                "backups.age",
                                item ->
                                        Shown.of(
                                                Times.ago(
                                                        item.backup().madeAt(),
                                                        live.now().getValue())),
                                item -> -item.backup().madeAt().toEpochMilli(),
                                item -> item.backup().madeAt().toString())
                        .width(130),
                Column.<BackupItem>label("backups.of", item -> item.backup().destination())
                        .width(200)
                        .grows(),
                Column.<BackupItem>words("column.connection", this::connection).width(150),
                Column.<BackupItem>count("backups.messages", item -> item.backup().messages())
                        .width(100),
                Column.<BackupItem>figures(
                                "backups.size",
                                item -> Shown.of(Formats.bytes(item.backup().bytes())),
                                item -> item.backup().bytes(),
                                item -> Long.toString(item.backup().bytes()))
                        .width(90),
                Column.<BackupItem>words("backups.state", BackupsPane::state).width(140));
    }

    private Shown connection(BackupItem item) {
        return item.source()
                .map(source -> Shown.of(source.name()))
                .orElseGet(
                        () ->
                                Shown.of(item.backup().profileId(), Tone.MUTED, Feather.WIFI_OFF)
                                        .withHint(
                                                text(
                                                        "backups.not-open",
                                                        item.backup().profileId())));
    }

    private static Shown state(BackupItem item) {
        return item.backup().complete()
                ? Shown.of(text("backups.complete"), Tone.GOOD, Feather.CHECK_CIRCLE)
                : Shown.of(text("backups.incomplete"), Tone.WARNING, Feather.ALERT_TRIANGLE)
                        .withHint(text("backups.incomplete.hint"));
    }

    private void show(Loaded<List<Backup>> backups) {
        switch (backups) {
            case Loaded.Loading<List<Backup>> _ -> table.setState(new TableState.Loading());
            case Loaded.Ready<List<Backup>>(List<Backup> known) -> {
                table.setState(new TableState.Empty(text("backups.none")));
                table.setItems(model.withConnections(known));
            }
            case Loaded.Failed<List<Backup>>(var problem) -> {
                table.setState(new TableState.Failed(problem));
                table.setItems(List.of());
            }
        }
    }

    private void showSelected(Optional<BackupItem> item) {
        restore.setSupport(
                item.map(BackupItem::restore)
                        .orElseGet(() -> new Support.Refused(text("backups.select"))));
        file.setText(item.map(it -> it.backup().file().toString()).orElse(""));
    }

    Region filter() {
        return table.filterField();
    }
}
