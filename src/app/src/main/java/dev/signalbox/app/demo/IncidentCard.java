package dev.signalbox.app.demo;

import static dev.signalbox.app.text.AppTexts.text;

import atlantafx.base.controls.ToggleSwitch;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.nav.Navigator;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.demo.DemoBroker;
import dev.signalbox.core.demo.DemoState;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One fault of the demo: what it does, where it shows, what to do about it there, and its switch.
final class IncidentCard extends VBox {
    private static final Map<String, Place> PLACES =
            Map.of(
                    "poison-messages",
                    new Place(
                            FeatureId.DEAD_LETTERS,
                            on -> Optional.of(new Focus(on.profile(), on.deadLetters()))),
                    "slow-consumer",
                    new Place(
                            FeatureId.CONSUMERS,
                            on -> Optional.of(new Focus(on.profile(), on.slowConsumer()))),
                    "payment-hangs",
                    new Place(FeatureId.TRANSACTIONS, _ -> Optional.empty()),
                    "broker-stopped",
                    new Place(FeatureId.OVERVIEW, _ -> Optional.empty()));

    private final String name;
    private final DemoViewModel model;
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final Label remaining = new Label();
    private boolean showing;

    /// Where an incident shows.
    private record Place(FeatureId feature, Function<DemoBroker, Optional<Focus>> focus) {}

    IncidentCard(String name, DemoViewModel model, Navigator navigator) {
        this.name = name;
        this.model = model;
        getStyleClass().addAll("card", "incident");
        boolean known = PLACES.containsKey(name);
        String words = known ? text("incident." + name) : name;
        Label title = new Label(words);
        title.getStyleClass().add("strong");
        remaining.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        toggle.setId("incident-" + name);
        toggle.setAccessibleText(words);
        toggle.selectedProperty().subscribe((_, on) -> switched(on));
        HBox head = new HBox(8, title, remaining, gap, toggle);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        if (known) {
            getChildren().addAll(line("incident." + name + ".does"), shows(navigator));
        }
    }

    private static Label line(String key) {
        Label line = new Label(text(key));
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private HBox shows(Navigator navigator) {
        Label shows = line("incident." + name + ".shows");
        shows.getStyleClass().add("muted");
        HBox.setHgrow(shows, Priority.ALWAYS);
        shows.setMaxWidth(Double.MAX_VALUE);
        Hyperlink link = new Hyperlink(text("incident.show"));
        link.setId("show-" + name);
        link.getStyleClass().add("fact-link");
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(
                _ ->
                        Optional.ofNullable(PLACES.get(name))
                                .ifPresent(place -> go(navigator, place)));
        HBox row = new HBox(12, shows, link);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private void go(Navigator navigator, Place place) {
        place.focus()
                .apply(model.broker())
                .ifPresentOrElse(
                        focus -> navigator.show(place.feature(), focus),
                        () -> navigator.show(place.feature()));
    }

    private void switched(boolean on) {
        if (!showing) {
            model.setIncident(name, on);
        }
    }

    /// Shows what the demo says; that switches nothing.
    void show(DemoState.Incident incident) {
        showing = true;
        toggle.setSelected(incident.on());
        showing = false;
        OptionalInt left = incident.remaining();
        remaining.setText(
                incident.on() && left.isPresent()
                        ? text(
                                "incident.remaining",
                                left.getAsInt(),
                                Formats.number(left.getAsInt()))
                        : "");
    }
}
