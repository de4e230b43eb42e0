package dev.signalbox.app.queues;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Formats;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.model.Partition;
import java.util.List;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The partitions of a topic and whether all their replicas are there.
final class PartitionTable extends StackPane {
    private final DataTable<Integer, Partition> table =
            new DataTable<>(
                    Partition::index,
                    List.of(
                            Column.<Partition>count(
                                    "partitions.index", partition -> (long) partition.index()),
                            Column.<Partition>words("partitions.leader", PartitionTable::leader),
                            Column.<Partition>words(
                                    "partitions.replicas", PartitionTable::replicas),
                            Column.<Partition>reading("partitions.start", Partition::startOffset)
                                    .width(130),
                            Column.<Partition>reading("partitions.end", Partition::endOffset)
                                    .width(130)));

    PartitionTable(Preferences preferences) {
        table.choosable("partitions", preferences);
        table.setState(new TableState.Empty(text("partitions.none")));
        getChildren().add(table);
    }

    void show(List<Partition> partitions) {
        table.setItems(partitions);
    }

    private static Shown leader(Partition partition) {
        return partition.leader().isPresent()
                ? Shown.of(text("partitions.node", Integer.toString(partition.leader().getAsInt())))
                : Shown.of(text("partitions.no-leader"), Tone.DANGER, Feather.ALERT_OCTAGON);
    }

    private static Shown replicas(Partition partition) {
        String words =
                text(
                        "partitions.in-sync",
                        Formats.number(partition.inSyncReplicas()),
                        Formats.number(partition.replicas()));
        return partition.inSyncReplicas() < partition.replicas()
                ? Shown.of(words, Tone.WARNING, Feather.ALERT_TRIANGLE)
                : Shown.of(words);
    }
}
