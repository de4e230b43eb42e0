package dev.signalbox.app.servers;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.live.Loaded;
import dev.signalbox.app.live.Source;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.ConnectionLines;
import dev.signalbox.app.parts.Emptiness;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.parts.Page;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.table.SheetTable;
import dev.signalbox.app.table.TablePlaceholder;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.port.Details.ServerDetails;
import dev.signalbox.core.port.Details.Sheet;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One server: its nodes, exchanges, connections, each kind in a tab.
final class ServersView extends StackPane {
    /// Lists of a large server cost it something: they are read again now and then only.
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final ServersViewModel model;
    private final Live live;
    private final Preferences preferences;
    private final ChoiceBox<String> choice = new ChoiceBox<>();
    private final Button again =
            new Button(text("servers.again"), new FontIcon(Feather.REFRESH_CW));
    private final TabPane tabs = new TabPane();
    private final TablePlaceholder empty = new TablePlaceholder();
    private final Map<String, SheetTable> sheets = new LinkedHashMap<>();
    private final StackPane content = new StackPane(empty);
    private List<Source> servers = List.of();
    private Instant readAt = Instant.MIN;

    ServersView(ServersViewModel model, Frame frame) {
        this.model = model;
        this.live = frame.live();
        this.preferences = frame.preferences();
        Page page = new Page(FeatureId.SERVERS, new ConnectionLines(frame.live()), content);
        getChildren().add(page);
        tabs.setId("servers-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        choice.setAccessibleText(text("servers.which"));
        choice.setConverter(names());
        choice.valueProperty().subscribe(_ -> read());
        again.setId("servers-again");
        again.setOnAction(_ -> read());
        page.setTools(choice, again);
        model.servers().when(Showing.of(this)).subscribe(this::offer);
        live.shown().when(Showing.of(this)).subscribe(_ -> showEmptiness());
        live.now().when(Showing.of(this)).subscribe(this::readNowAndThen);
        model.details().details().when(Showing.of(this)).subscribe(this::show);
    }

    private StringConverter<String> names() {
        return new StringConverter<>() {
            @Override
            public String toString(String profileId) {
                return servers.stream()
                        .filter(server -> server.profileId().equals(profileId))
                        .map(Source::name)
                        .findFirst()
                        .orElse("");
            }

            @Override
            public String fromString(String words) {
                throw new UnsupportedOperationException(words);
            }
        };
    }

    private void offer(List<Source> offered) {
        servers = offered;
        List<String> ids = offered.stream().map(Source::profileId).toList();
        if (!ids.equals(choice.getItems())) {
            String before = choice.getValue();
            choice.getItems().setAll(ids);
            choice.setValue(ids.contains(before) ? before : ids.stream().findFirst().orElse(null));
        }
        again.setDisable(ids.isEmpty());
        showEmptiness();
    }

    private void showEmptiness() {
        if (servers.isEmpty()) {
            empty.setState(Emptiness.of(live.shown().get(), text("servers.empty")));
            content.getChildren().setAll(empty);
        }
    }

    private void readNowAndThen(Instant now) {
        if (readAt.plus(AGAIN).isBefore(now)) {
            read();
        }
    }

    private void read() {
        String profileId = choice.getValue();
        if (profileId == null) {
            model.details().close();
        } else {
            readAt = live.now().getValue();
            model.details().read(new Focus(profileId, ""));
        }
    }

    private void show(Loaded<ServerDetails> details) {
        if (servers.isEmpty()) {
            return;
        }
        switch (details) {
            case Loaded.Loading<ServerDetails> _ -> {
                empty.setState(new TableState.Loading());
                content.getChildren().setAll(empty);
            }
            case Loaded.Ready<ServerDetails>(ServerDetails known) -> show(known.sheets());
            case Loaded.Failed<ServerDetails>(var problem) ->
                    content.getChildren()
                            .setAll(
                                    new Banner(
                                            Tone.WARNING,
                                            text("servers.failed"),
                                            Optional.of(problem)));
        }
    }

    private void show(List<Sheet> told) {
        if (!List.copyOf(sheets.keySet()).equals(told.stream().map(Sheet::title).toList())) {
            sheets.clear();
            told.forEach(
                    sheet ->
                            sheets.put(
                                    sheet.title(),
                                    new SheetTable("servers-" + sheet.title(), preferences)));
            tabs.getTabs()
                    .setAll(
                            sheets.entrySet().stream()
                                    .map(each -> new Tab(each.getKey(), each.getValue()))
                                    .toList());
        }
        for (int i = 0; i < told.size(); i++) {
            Sheet sheet = told.get(i);
            SheetTable table = sheets.get(sheet.title());
            if (table != null) {
                table.show(sheet, text("servers.none"));
            }
            tabs.getTabs()
                    .get(i)
                    .setText(
                            text(
                                    "servers.tab",
                                    sheet.title(),
                                    Formats.number(sheet.rows().size())));
        }
        content.getChildren().setAll(tabs);
    }

    void focus(Focus focus) {
        choice.setValue(focus.profileId());
    }
}
