package dev.signalbox.app.shell;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.monitor.ConnectionState;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The last line of the window: how much is known, and the keys that help.
final class StatusLine extends HBox {
    private final Label counts = new Label();

    StatusLine(Live live) {
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(counts, gap, new Label(text("status.keys")));
        live.shown().when(Showing.of(this)).subscribe(states -> counts.setText(counted(states)));
    }

    static String counted(List<ConnectionState> states) {
        List<Snapshot> known =
                states.stream().map(ConnectionState::snapshot).flatMap(Optional::stream).toList();
        if (known.isEmpty()) {
            return "";
        }
        long destinations = known.stream().mapToLong(one -> one.destinations().size()).sum();
        long groups = known.stream().mapToLong(one -> one.groups().size()).sum();
        long transactions = known.stream().mapToLong(one -> one.transactions().size()).sum();
        return text(
                "status.counts",
                destinations,
                Formats.number(destinations),
                groups,
                Formats.number(groups),
                transactions,
                Formats.number(transactions));
    }
}
