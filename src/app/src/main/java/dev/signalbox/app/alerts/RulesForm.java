package dev.signalbox.app.alerts;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.connect.Connecting;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.core.alert.AlertRules;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What is to be told of a connection, when to be quiet, and whom else to tell. Written into its profile, as far as it is
/// not what holds anyway.
final class RulesForm extends VBox {
    private static final String ON = "on";
    private static final String OFF = "off";

    private final Connecting connecting;
    private final ChoiceBox<Profile> connection = new ChoiceBox<>();
    private final Map<String, StringProperty> fields = new LinkedHashMap<>();
    private final GridPane grid = new GridPane();
    private final VBox problems = new VBox();
    private final Label notKept = new Label(text("rules.not-kept"));

    /// @param back shows the alerts again
    RulesForm(Connecting connecting, List<Profile> profiles, Runnable back) {
        this.connecting = connecting;
        setId("rules");
        getStyleClass().add("dialog-body");
        setMaxSize(680, USE_PREF_SIZE);
        Label title = new Label(text("rules.title"));
        title.getStyleClass().add("title-4");
        grid.getStyleClass().add("form");
        problems.getStyleClass().add("lines");
        chooseConnection(profiles);
        words("connection-lost", text("rules.connection-lost"), text("rules.span.example"));
        words("transaction-age", text("rules.transaction-age"), text("rules.span.example"));
        lag();
        words("dead-letters", text("rules.dead-letters"), text("rules.dead-letters.example"));
        flag("alarm", text("rules.alarm"));
        flag("desktop", text("rules.desktop"));
        words("quiet", text("rules.quiet"), text("rules.quiet.example"));
        words("webhook", text("rules.webhook"), text("rules.webhook.example"));
        notKept.setId("rules-not-kept");
        notKept.getStyleClass().add("muted");
        notKept.setWrapText(true);
        getChildren().addAll(title, grid, notKept, problems, buttons(back));
        connection.setValue(profiles.getFirst());
        connection.valueProperty().subscribe(this::fill);
    }

    private void chooseConnection(List<Profile> profiles) {
        connection.setId("rules-connection");
        connection.getItems().setAll(profiles);
        connection.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Profile profile) {
                        return profile == null ? "" : profile.name();
                    }

                    @Override
                    public Profile fromString(String words) {
                        throw new UnsupportedOperationException(words);
                    }
                });
        row(text("rules.connection"), connection);
    }

    private void words(String name, String label, String example) {
        TextField field = new TextField();
        field.setId("rules-" + name);
        field.setPromptText(example);
        fields.put(name, field.textProperty());
        row(label, field);
    }

    private void flag(String name, String label) {
        CheckBox box = new CheckBox(label);
        box.setId("rules-" + name);
        StringProperty value = new SimpleStringProperty(OFF);
        value.subscribe(word -> box.setSelected(ON.equals(word)));
        box.selectedProperty().subscribe(on -> value.set(on ? ON : OFF));
        fields.put(name, value);
        grid.add(box, 1, grid.getRowCount());
    }

    private void lag() {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.setId("rules-lag");
        box.getItems().setAll("stalled", "warn", OFF);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(String word) {
                        return switch (word) {
                            case "stalled" -> text("rules.lag.stalled");
                            case "warn" -> text("rules.lag.warn");
                            case null, default -> text("rules.lag.off");
                        };
                    }

                    @Override
                    public String fromString(String words) {
                        throw new UnsupportedOperationException(words);
                    }
                });
        StringProperty value = new SimpleStringProperty("");
        value.subscribe(box::setValue);
        box.valueProperty().subscribe(value::set);
        fields.put("lag", value);
        row(text("rules.lag"), box);
    }

    private void row(String words, Node field) {
        Label label = new Label(words);
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), label, field);
    }

    private void fill(Profile profile) {
        problems.getChildren().clear();
        notKept.setVisible(!connecting.isSaved(profile));
        notKept.setManaged(notKept.isVisible());
        Map<String, String> otherwise = AlertRules.defaults();
        fields.forEach(
                (name, field) ->
                        field.set(
                                profile.settings()
                                        .getOrDefault(
                                                Profile.ALERTS + name,
                                                otherwise.getOrDefault(name, ""))
                                        .strip()));
    }

    private HBox buttons(Runnable back) {
        Button cancel = new Button(text("connect.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> back.run());
        Button save = new Button(text("rules.save"));
        save.setId("rules-save");
        save.setDefaultButton(true);
        save.setOnAction(_ -> save());
        HBox buttons = new HBox(8, cancel, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void save() {
        Profile before = connection.getValue();
        Map<String, String> settings = new HashMap<>(before.settings());
        Map<String, String> otherwise = AlertRules.defaults();
        fields.forEach(
                (name, field) -> {
                    String value = field.get() == null ? "" : field.get().strip();
                    // Emptied is what holds anyway.
                    if (value.isEmpty() || value.equals(otherwise.get(name))) {
                        settings.remove(Profile.ALERTS + name);
                    } else {
                        settings.put(Profile.ALERTS + name, value);
                    }
                });
        try {
            AlertRules.of(settings);
        } catch (ConnectorException e) {
            show(e.problem());
            return;
        }
        connecting.change(this, this::show, before, settings);
    }

    private void show(Problem problem) {
        problems.getChildren().setAll(Banner.of(problem));
    }
}
