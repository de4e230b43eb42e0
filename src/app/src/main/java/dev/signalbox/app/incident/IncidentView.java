package dev.signalbox.app.incident;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.incident.Incident.Entry;
import dev.signalbox.app.messages.Content;
import dev.signalbox.app.messages.MessageTabs;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The messages of a file: what they are, why they died, each of them, and where to send them.
final class IncidentView extends VBox {
    private final Sending sending;
    private final Runnable closed;
    private final VBox told = new VBox();
    private final DataTable<Long, Entry> table = new DataTable<>(Entry::number, columns());
    private final MessageTabs tabs;
    private final VBox foot = new VBox();

    IncidentView(Path file, Sending sending, Preferences preferences, Runnable closed) {
        this.sending = sending;
        this.closed = closed;
        setId("incident");
        getStyleClass().add("dialog-body");
        setMaxSize(960, 640);
        Label title = new Label(String.valueOf(file.getFileName()));
        title.getStyleClass().add("title-4");
        told.getStyleClass().add("lines");
        tabs = new MessageTabs(preferences);
        table.setId("incident-messages");
        table.choosable("incident-messages", preferences);
        table.setState(new TableState.Loading());
        table.selected().subscribe(chosen -> chosen.ifPresent(it -> tabs.show(it.message())));
        SplitPane split = new SplitPane(table, tabs);
        split.setDividerPositions(0.6);
        VBox.setVgrow(split, Priority.ALWAYS);
        foot.getChildren().setAll(SendBar.closeOnly(closed));
        getChildren().addAll(title, told, split, foot);
    }

    private static List<Column<Entry>> columns() {
        return List.of(
                Column.<Entry>figures(
                                "exported.number",
                                entry -> Shown.of(Formats.number(entry.number())),
                                Entry::number,
                                entry -> Long.toString(entry.number()))
                        .width(60),
                Column.<Entry>time(
                                "exported.time",
                                entry -> Optional.ofNullable(entry.message().timestamp()))
                        .width(215),
                Column.<Entry>label("exported.key", entry -> Content.line(entry.message().key()))
                        .width(110),
                Column.<Entry>label("exported.died-of", IncidentView::cause).width(180).grows());
    }

    private static String cause(Entry entry) {
        return entry.letter()
                .cause()
                .map(DeadLetter.Cause::message)
                .filter(said -> !said.isBlank())
                .or(() -> entry.letter().cause().map(DeadLetter.Cause::exceptionClass))
                .orElse("");
    }

    void show(Incident incident) {
        Backup backup = incident.backup();
        Label from =
                new Label(
                        text(
                                "exported.from",
                                backup.messages(),
                                Formats.number(backup.messages()),
                                backup.destination(),
                                backup.profileId(),
                                Times.exact(backup.madeAt())));
        from.setWrapText(true);
        told.getChildren().setAll(from);
        if (!backup.complete()) {
            told.getChildren()
                    .add(new Banner(Tone.WARNING, text("exported.cut"), Optional.empty()));
        }
        if (backup.messages() > incident.letters().size()) {
            told.getChildren()
                    .add(
                            new Label(
                                    text(
                                            "exported.first",
                                            Formats.number(incident.letters().size()))));
        }
        table.setState(new TableState.Empty(text("exported.empty")));
        table.setItems(incident.letters());
        incident.letters().stream().findFirst().ifPresent(first -> table.select(first.number()));
        foot.getChildren().setAll(new SendBar(backup, sending, closed));
    }

    void showProblem(Problem problem) {
        table.setState(new TableState.Failed(problem));
    }
}
