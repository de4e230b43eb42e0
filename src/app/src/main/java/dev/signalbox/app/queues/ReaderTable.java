package dev.signalbox.app.queues;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.parts.Looks;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.core.model.ConsumerGroup;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The groups that read a destination, and how far behind they are in it.
final class ReaderTable extends VBox {
    private final DataTable<String, Reader> table =
            new DataTable<>(
                    reader -> reader.group().id(),
                    List.of(
                            Column.<Reader>label("readers.group", reader -> reader.group().id())
                                    .grows(),
                            Column.<Reader>words(
                                    "readers.state", reader -> Looks.of(reader.group().state())),
                            Column.<Reader>number(
                                            "readers.lag", Reader::lag, "consumers.lag.unknown")
                                    .explained("readers.lag.hint")));

    ReaderTable(Preferences preferences, Consumer<String> opened) {
        table.choosable("readers", preferences);
        table.setState(new TableState.Empty(text("readers.none")));
        VBox.setVgrow(table, Priority.ALWAYS);
        Button open = new Button(text("readers.open"), new FontIcon(Feather.ARROW_RIGHT));
        open.setOnAction(
                _ ->
                        table.selection().get().stream()
                                .findFirst()
                                .ifPresent(reader -> opened.accept(reader.group().id())));
        open.disableProperty().bind(table.selection().map(List::isEmpty));
        HBox tools = new HBox(open);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.getStyleClass().add("table-tools");
        getChildren().addAll(table, tools);
    }

    void show(List<ConsumerGroup> groups, String destination) {
        table.setItems(groups.stream().map(group -> new Reader(group, destination)).toList());
    }

    private record Reader(ConsumerGroup group, String destination) {
        OptionalLong lag() {
            return group.positions().stream()
                    .filter(position -> position.topic().equals(destination))
                    .map(position -> position.lag().value())
                    .filter(OptionalLong::isPresent)
                    .mapToLong(OptionalLong::getAsLong)
                    .reduce(Long::sum);
        }
    }
}
