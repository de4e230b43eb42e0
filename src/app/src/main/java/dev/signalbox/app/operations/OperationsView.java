package dev.signalbox.app.operations;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.parts.Page;
import dev.signalbox.app.text.Formats;
import java.util.List;
import java.util.UUID;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// This session, the history and the backups, each in its tab.
final class OperationsView extends StackPane {
    private final OperationsViewModel model;
    private final RunsPane runs;
    private final HistoryPane history;
    private final BackupsPane backups;
    private final Tab runsTab;
    private final TabPane tabs;
    private final Page page;
    private List<Long> read = List.of();

    OperationsView(OperationsViewModel model, Frame frame) {
        this.model = model;
        this.runs = new RunsPane(model, frame.live(), frame.preferences());
        this.history = new HistoryPane(model, frame.preferences());
        this.backups = new BackupsPane(model, frame.live(), frame.preferences());
        runsTab = new Tab(text("operations.session"), runs);
        Tab historyTab = new Tab(text("operations.history"), history);
        historyTab.setId("tab-history");
        Tab backupsTab = new Tab(text("operations.backups"), backups);
        backupsTab.setId("tab-backups");
        tabs = new TabPane(runsTab, historyTab, backupsTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        page = new Page(FeatureId.OPERATIONS, new VBox(), tabs);
        getChildren().add(page);
        tabs.getSelectionModel().selectedItemProperty().subscribe(this::showTools);
        Showing.of(this).subscribe(this::showing);
        model.runs().when(Showing.of(this)).subscribe(_ -> follow());
    }

    /// What other consoles and the command line did is on the disk only.
    private void showing(Boolean now) {
        if (now) {
            model.read();
        }
    }

    private void follow() {
        long running = model.runs().get().stream().filter(run -> !run.hasEnded()).count();
        page.setSummary(text("operations.summary", running, Formats.number(running)));
        if (!model.progress().equals(read)) {
            read = model.progress();
            model.read();
        }
    }

    private void showTools(Tab tab) {
        if (tab.getContent().equals(runs)) {
            page.setTools(runs.filter());
        } else if (tab.getContent().equals(history)) {
            page.setTools(history.filter());
        } else {
            page.setTools(backups.filter());
        }
    }

    void focus(Focus focus) {
        tabs.getSelectionModel().select(runsTab);
        runs.select(UUID.fromString(focus.subject()));
    }
}
