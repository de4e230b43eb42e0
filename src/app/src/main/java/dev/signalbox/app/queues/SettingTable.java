package dev.signalbox.app.queues;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Loaded;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.core.port.Details.DestinationDetails;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.StackPane;

/// The settings of a destination that differ from the broker's defaults.
final class SettingTable extends StackPane {
    private final DataTable<String, Map.Entry<String, String>> table =
            new DataTable<>(
                    Map.Entry::getKey,
                    List.of(
                            Column.<Map.Entry<String, String>>label(
                                            "settings.key", Map.Entry::getKey)
                                    .grows(),
                            Column.<Map.Entry<String, String>>label(
                                            "settings.value", Map.Entry::getValue)
                                    .grows()));

    SettingTable(Preferences preferences) {
        table.choosable("settings", preferences);
        getChildren().add(table);
    }

    void show(Loaded<DestinationDetails> details) {
        switch (details) {
            case Loaded.Loading<DestinationDetails> _ -> {
                table.setState(new TableState.Loading());
                table.setItems(List.of());
            }
            case Loaded.Ready<DestinationDetails>(DestinationDetails known) -> {
                table.setState(new TableState.Empty(text("settings.none")));
                table.setItems(
                        known.settings().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .toList());
            }
            case Loaded.Failed<DestinationDetails>(var problem) -> {
                table.setState(new TableState.Failed(problem));
                table.setItems(List.of());
            }
        }
    }
}
