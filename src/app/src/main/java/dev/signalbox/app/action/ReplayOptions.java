package dev.signalbox.app.action;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Live;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What can be chosen for a replay. Every change makes a new plan. Nothing to see for other actions.
final class ReplayOptions extends VBox {
    private final boolean isReplay;
    private boolean changing;

    ReplayOptions(ActionViewModel model, Live live) {
        getStyleClass().add("action-options");
        this.isReplay = model.action().get() instanceof ReplayDeadLetters;
        if (model.action().get() instanceof ReplayDeadLetters replay) {
            if (replay.asIs()) {
                getChildren().add(again(model, replay));
            } else {
                getChildren()
                        .addAll(
                                line(target(model, live, replay), again(model, replay)),
                                edits(model, replay),
                                careful(model));
            }
        }
        setOpen(true);
    }

    /// Whether there is still something to choose.
    void setOpen(boolean open) {
        setVisible(open && isReplay);
        setManaged(open && isReplay);
    }

    /// Whether the plan that is shown next is being made because something was chosen here: then the focus stays.
    boolean takeChange() {
        boolean was = changing;
        changing = false;
        return was;
    }

    private HBox target(ActionViewModel model, Live live, ReplayDeadLetters replay) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("replay-to");
        String origin = text("replay.origin");
        box.getItems().add(origin);
        box.getItems().addAll(destinations(model, live, replay));
        box.setValue(replay.to().orElse(origin));
        box.valueProperty()
                .subscribe(
                        (_, chosen) -> {
                            changing = true;
                            model.setTo(
                                    chosen == null || chosen.equals(origin)
                                            ? Optional.empty()
                                            : Optional.of(chosen));
                        });
        Label label = new Label(text("replay.to"));
        label.setLabelFor(box);
        HBox row = new HBox(label, box);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("action-option");
        return row;
    }

    private static List<String> destinations(
            ActionViewModel model, Live live, ReplayDeadLetters replay) {
        List<Destination> all = new ArrayList<>();
        live.state(model.profileId())
                .flatMap(state -> state.snapshot())
                .ifPresent(known -> all.addAll(known.destinations()));
        return all.stream()
                .filter(place -> !place.internal() && !place.name().equals(replay.target()))
                .map(Destination::name)
                .sorted()
                .toList();
    }

    private EditOption edits(ActionViewModel model, ReplayDeadLetters replay) {
        return new EditOption(
                replay.edits(),
                edits -> {
                    changing = true;
                    model.setEdits(edits);
                });
    }

    private static HBox line(Node... options) {
        HBox line = new HBox(24, options);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// Folded, so that the plan has the room: most replays go at once.
    private static TitledPane careful(ActionViewModel model) {
        TitledPane pane =
                new TitledPane(
                        text("replay.careful"),
                        new CautionFields(model.caution()::set, model.canStopAt()));
        pane.setId("replay-careful");
        pane.getStyleClass().addAll("dense", "careful");
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.textProperty()
                .bind(
                        model.caution()
                                .map(
                                        caution ->
                                                caution.map(ActionWords::careful)
                                                        .filter(words -> !words.isEmpty())
                                                        .map(
                                                                words ->
                                                                        text(
                                                                                "replay.careful.set",
                                                                                words))
                                                        .orElse(text("replay.careful"))));
        return pane;
    }

    private CheckBox again(ActionViewModel model, ReplayDeadLetters replay) {
        CheckBox again = new CheckBox(text("replay.again"));
        again.setId("replay-again");
        again.setSelected(replay.again());
        again.selectedProperty()
                .subscribe(
                        (_, chosen) -> {
                            changing = true;
                            model.setAgain(chosen);
                        });
        return again;
    }
}
