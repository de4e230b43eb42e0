package dev.signalbox.app.shell;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.connect.Unlocking;
import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.text.Times;
import dev.signalbox.core.gate.Unlock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// As long as a read-only connection may be changed: which, for how long, why, and the way to end it.
final class UnlockStrip extends VBox {
    private final Live live;
    private final Unlocking unlocking;

    UnlockStrip(Live live, Unlocking unlocking) {
        this.live = live;
        this.unlocking = unlocking;
        live.unlocks().subscribe(_ -> show());
        live.now().when(Showing.of(this)).subscribe(_ -> show());
    }

    private void show() {
        List<Unlock> unlocks = live.unlocks().get();
        Instant now = live.now().getValue();
        setVisible(!unlocks.isEmpty());
        setManaged(isVisible());
        // Rows stay while only the time goes on: a button that is pressed must not go from under
        // the pointer.
        if (getChildren().size() != unlocks.size()) {
            getChildren().setAll(unlocks.stream().map(this::row).toList());
        }
        for (int i = 0; i < unlocks.size(); i++) {
            Label told = (Label) getChildren().get(i).lookup(".unlock-told");
            told.setText(words(unlocks.get(i), now));
            getChildren().get(i).lookup(".button").setUserData(unlocks.get(i));
        }
    }

    private static String words(Unlock unlock, Instant now) {
        Duration left = Duration.between(now, unlock.until());
        Duration rounded =
                left.compareTo(Duration.ofMinutes(1)) > 0
                        ? Duration.ofMinutes(left.plusSeconds(59).toMinutes())
                        : left;
        return text("unlock.strip", unlock.profile().name(), Times.span(rounded), unlock.reason());
    }

    private Node row(Unlock unlock) {
        Label told = new Label("", new FontIcon(Feather.UNLOCK));
        told.getStyleClass().add("unlock-told");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button lock = new Button(text("unlock.lock"), new FontIcon(Feather.LOCK));
        lock.getStyleClass().add("small");
        lock.setId("lock-" + unlock.profile().id());
        lock.setOnAction(_ -> unlocking.lock((Unlock) lock.getUserData()));
        HBox row = new HBox(8, told, gap, lock);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("unlock-strip");
        return row;
    }
}
