package dev.signalbox.app.browse;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Loaded;
import dev.signalbox.app.messages.Content;
import dev.signalbox.app.messages.MessageTabs;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.TimeField;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.model.DestinationKind;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The messages of a destination: which to read, what was read, and the one that is open.
public final class BrowseView extends VBox {
    private static final List<Range> LOG_RANGES =
            List.of(Range.NEWEST_100, Range.NEWEST_1000, Range.NEWEST_5000, Range.SINCE);

    private final BrowseViewModel model;
    private final ChoiceBox<Range> range = new ChoiceBox<>();
    private final TimeField from;
    private final TextField offset = new TextField();
    private final Label look = new Label();
    private final Label count = new Label();
    private final MessageTabs open;
    private final Column<Browsed> partition =
            Column.<Browsed>count("browse.partition", message -> (long) message.id().partition())
                    .width(44)
                    .explained("browse.partition.hint");
    private final Column<Browsed> position =
            Column.<Browsed>count("browse.offset", message -> message.id().position()).width(80);
    private final DataTable<MessageId, Browsed> table = new DataTable<>(Browsed::id, columns());
    private Optional<Focus> destination = Optional.empty();

    public BrowseView(BrowseViewModel model, Instant now, Preferences preferences) {
        this.model = model;
        open = new MessageTabs(preferences);
        table.choosable("messages", preferences);
        getStyleClass().add("browse");
        range.getItems().setAll(LOG_RANGES);
        range.setConverter(Range.words());
        range.setValue(Range.NEWEST_100);
        range.setAccessibleText(text("browse.which"));
        from = new TimeField(now);
        range.valueProperty()
                .subscribe(
                        chosen -> {
                            from.setVisible(chosen == Range.SINCE);
                            from.setManaged(from.isVisible());
                            offset.setVisible(chosen == Range.FROM_OFFSET);
                            offset.setManaged(offset.isVisible());
                        });
        Button read = new Button(text("browse.read"), new FontIcon(Feather.DOWNLOAD));
        read.setId("browse-read");
        read.setOnAction(_ -> read());
        count.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        offset.setId("browse-offset");
        offset.setPrefColumnCount(8);
        offset.setPromptText(text("browse.offset"));
        offset.setAccessibleText(text("browse.from-offset"));
        look.getStyleClass().add("muted");
        look.setWrapText(true);
        HBox tools = new HBox(8, range, from, offset, read, count, gap, table.filterField());
        tools.setAlignment(Pos.CENTER_LEFT);
        open.setVisible(false);
        SplitPane split = new SplitPane(table, open);
        split.setDividerPositions(0.6);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(tools, look, split);
        setLook("");
        model.messages().subscribe(this::show);
        table.selected().subscribe(this::showOpen);
    }

    private List<Column<Browsed>> columns() {
        return List.of(
                Column.<Browsed>time(
                                "browse.time",
                                message -> Optional.ofNullable(message.message().timestamp()))
                        .width(215),
                partition,
                position,
                Column.<Browsed>label(
                                "browse.key", message -> Content.line(message.message().key()))
                        .width(90)
                        .grows(),
                Column.<Browsed>label(
                                "browse.value", message -> Content.line(message.message().value()))
                        .width(170)
                        .grows());
    }

    /// What reading does to the destination that is open.
    public void setLook(String words) {
        look.setText(words);
        look.setVisible(!words.isEmpty());
        look.setManaged(look.isVisible());
    }

    /// Opens another destination and reads its newest messages, unless a look would disturb its consumers.
    public void open(Focus focus, DestinationKind kind) {
        if (Optional.of(focus).equals(destination)) {
            return;
        }
        destination = Optional.of(focus);
        setLook("");
        boolean stream = kind == DestinationKind.STREAM;
        List<Range> ranges = stream ? List.of(Range.values()) : LOG_RANGES;
        if (!ranges.equals(range.getItems())) {
            range.getItems().setAll(ranges);
            range.setValue(Range.NEWEST_100);
        }
        table.clearSelection();
        // A queue has neither, and a stream is one log.
        table.setShown(partition, kind == DestinationKind.TOPIC);
        table.setShown(position, kind != DestinationKind.QUEUE);
        if (kind == DestinationKind.QUEUE) {
            model.clear();
            count.setText("");
            table.setState(new TableState.Empty(text("browse.not-read")));
        } else {
            read();
        }
    }

    public void close() {
        destination = Optional.empty();
        model.clear();
    }

    private void read() {
        destination.ifPresent(
                focus -> {
                    if (range.getValue() == Range.FROM_OFFSET) {
                        readFromOffset(focus);
                    } else if (range.getValue() != Range.SINCE) {
                        model.read(focus, new MessageSelection.Newest(range.getValue().count()));
                    } else {
                        from.value()
                                .ifPresent(
                                        start ->
                                                model.read(
                                                        focus, new MessageSelection.Since(start)));
                    }
                });
    }

    private void readFromOffset(Focus focus) {
        String typed = offset.getText().strip();
        if (typed.matches("\\d{1,18}")) {
            model.read(
                    focus,
                    new MessageSelection.Ranges(
                            List.of(
                                    new MessageSelection.Range(
                                            0, Long.parseLong(typed), Long.MAX_VALUE))));
        }
    }

    private void show(Loaded<List<Browsed>> messages) {
        switch (messages) {
            case Loaded.Loading<List<Browsed>> _ -> {
                table.setState(new TableState.Loading());
                table.setItems(List.of());
                count.setText("");
            }
            case Loaded.Ready<List<Browsed>>(List<Browsed> read) -> {
                table.setState(new TableState.Empty(text("browse.none")));
                table.setItems(read);
                count.setText(
                        read.size() >= BrowseViewModel.MOST
                                ? text("browse.most", Formats.number(read.size()))
                                : text("browse.count", read.size(), Formats.number(read.size())));
            }
            case Loaded.Failed<List<Browsed>>(var problem) -> {
                table.setState(new TableState.Failed(problem));
                table.setItems(List.of());
                count.setText("");
            }
        }
    }

    private void showOpen(Optional<Browsed> message) {
        message.ifPresent(
                read ->
                        destination.ifPresent(
                                place -> open.show(read.message(), model.payload(place, read))));
        open.setVisible(message.isPresent());
    }
}
