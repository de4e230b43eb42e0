package dev.signalbox.app.connect;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.Setting;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Profile;
import dev.signalbox.core.profile.SecretReferences;
import dev.signalbox.core.setup.ForeignFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Describes a connection: what it is, what is at stake behind it, and what its adapter needs to know.
///
/// A production connection starts read-only; secrets are kept elsewhere, and referred to.
public final class ConnectionForm extends VBox {
    private final TextField name = new TextField();
    private final ChoiceBox<ConnectorProvider> adapter = new ChoiceBox<>();
    private final ChoiceBox<Environment> environment = new ChoiceBox<>();
    private final ChoiceBox<Access> access = new ChoiceBox<>();
    private final TextArea more = new TextArea();
    private final Map<String, TextField> settings = new LinkedHashMap<>();
    private final GridPane fields = new GridPane();
    private final VBox complaints = new VBox();
    private final Map<String, String> known;

    /// @param before what is changed; empty for a new one
    /// @param accepted called with a draft that has no complaints
    ConnectionForm(
            List<ConnectorProvider> adapters,
            Optional<Profile> before,
            ConnectionTester tester,
            BiConsumer<ConnectionForm, ProfileDraft> accepted,
            Runnable cancelled) {
        known = before.map(Profile::settings).orElse(Map.of());
        getStyleClass().addAll("dialog-body", "connection-form");
        setMaxSize(720, 620);
        name.setId("connect-name");
        name.setPromptText(text("connect.name.example"));
        named(adapter, adapters, ConnectorProvider::displayName);
        named(environment, List.of(Environment.values()), it -> word("environment", it));
        named(access, List.of(Access.values()), it -> word("access", it));
        adapter.setId("connect-adapter");
        environment.setId("connect-environment");
        access.setId("connect-access");
        environment.setValue(Environment.DEVELOPMENT);
        environment
                .valueProperty()
                .subscribe(
                        chosen ->
                                access.setValue(
                                        chosen == Environment.PRODUCTION
                                                ? Access.READ_ONLY
                                                : Access.READ_WRITE));
        more.setPromptText(text("connect.more.example"));
        more.setPrefRowCount(3);
        fields.getStyleClass().add("form");
        complaints.getStyleClass().add("lines");
        adapter.valueProperty().subscribe(_ -> layOut());
        adapter.setValue(adapters.getFirst());
        before.ifPresent(profile -> fill(profile, adapters));
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label title =
                new Label(
                        before.map(it -> text("connect.change", it.name()))
                                .orElseGet(() -> text("connect.title")));
        title.getStyleClass().add("title-4");
        getChildren()
                .addAll(
                        title,
                        scroll,
                        complaints,
                        new TestView(tester),
                        buttons(tester, accepted, cancelled));
        sceneProperty()
                .subscribe(
                        (was, now) -> {
                            if (was != null && now == null) {
                                tester.cancel();
                            }
                        });
    }

    private void fill(Profile before, List<ConnectorProvider> adapters) {
        name.setText(before.name());
        adapters.stream()
                .filter(it -> it.type().equals(before.type()))
                .findFirst()
                .ifPresent(adapter::setValue);
        // Another adapter would make something else of the same connection.
        adapter.setDisable(true);
        environment.setValue(before.environment());
        access.setValue(before.access());
        Map<String, String> rest = new TreeMap<>(before.settings());
        rest.keySet().removeAll(settings.keySet());
        more.setText(lines(rest));
    }

    /// Fills in what a file of another tool says, and tells what of it means nothing here.
    void fill(ForeignFile file) {
        adapter.setValue(file.adapter());
        name.setText(file.name());
        // Whose it is, nobody has said: what can do the least harm.
        environment.setValue(Environment.PRODUCTION);
        Map<String, String> rest = new TreeMap<>(file.content().settings());
        settings.forEach((key, field) -> field.setText(rest.getOrDefault(key, "")));
        rest.keySet().removeAll(settings.keySet());
        rest.keySet().stream()
                .filter(SecretReferences::isSecretName)
                .toList()
                .forEach(
                        key -> {
                            TextField unseen = new PasswordField();
                            unseen.setText(rest.remove(key));
                            settings.put(key, unseen);
                            row(key, unseen);
                        });
        more.setText(lines(rest));
        if (!file.content().leftOut().isEmpty()) {
            String names = String.join(", ", file.content().leftOut());
            complaints
                    .getChildren()
                    .setAll(
                            new Banner(
                                    Tone.NOTICE,
                                    text("connect.left-out", names),
                                    Optional.empty()));
        }
    }

    private static String lines(Map<String, String> settings) {
        return settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("\n"));
    }

    private Node buttons(
            ConnectionTester tester,
            BiConsumer<ConnectionForm, ProfileDraft> accepted,
            Runnable cancelled) {
        Button cancel = new Button(text("connect.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> cancelled.run());
        Button connect = new Button(text("connect.save"));
        connect.setId("connect-save");
        connect.setDefaultButton(true);
        connect.setOnAction(_ -> complete().ifPresent(draft -> accepted.accept(this, draft)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, testButton(tester), gap, cancel, connect);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private Button testButton(ConnectionTester tester) {
        Button test = new Button();
        test.setId("connect-test");
        test.setOnAction(
                _ -> {
                    if (tester.isTrying()) {
                        tester.cancel();
                    } else {
                        complete().ifPresent(tester::test);
                    }
                });
        tester.state()
                .subscribe(
                        _ -> {
                            boolean trying = tester.isTrying();
                            test.setText(text(trying ? "test.stop" : "test.start"));
                            test.setGraphic(
                                    new FontIcon(trying ? Feather.SQUARE : Feather.ACTIVITY));
                        });
        return test;
    }

    /// What is typed, unless something is still wrong with it; then that is said.
    private Optional<ProfileDraft> complete() {
        ProfileDraft draft = draft();
        List<String> wrong = draft.complaints();
        complain(wrong);
        return wrong.isEmpty() ? Optional.of(draft) : Optional.empty();
    }

    /// Tells why it could not be saved.
    public void show(Problem problem) {
        complaints.getChildren().setAll(Banner.of(problem));
    }

    private void complain(List<String> wrong) {
        complaints
                .getChildren()
                .setAll(
                        wrong.stream()
                                .map(words -> new Banner(Tone.WARNING, words, Optional.empty()))
                                .toList());
    }

    private void layOut() {
        fields.getChildren().clear();
        settings.clear();
        row(text("connect.adapter"), adapter);
        row(text("connect.name"), name);
        row(text("connect.environment"), environment);
        row(text("connect.access"), access);
        if (adapter.getValue() == null) {
            return;
        }
        for (Setting setting : adapter.getValue().settings()) {
            // What is kept elsewhere is typed unseen; a reference to it may be seen.
            String value = known.getOrDefault(setting.key(), "");
            boolean unseen = setting.secret() && !SecretReferences.hasReference(value);
            TextField field = unseen ? new PasswordField() : new TextField();
            field.setText(value);
            field.setId("connect-" + setting.key().replace('.', '-'));
            field.setPromptText(
                    setting.secret() ? text("connect.secret.example") : setting.example());
            settings.put(setting.key(), field);
            row(
                    setting.required()
                            ? text("connect.required", setting.label())
                            : setting.label(),
                    field);
        }
        row(text("connect.more"), more);
    }

    private void row(String words, Node field) {
        Label label = new Label(words);
        label.setLabelFor(field);
        label.setMinWidth(Label.USE_PREF_SIZE);
        GridPane.setHgrow(field, Priority.ALWAYS);
        fields.addRow(fields.getRowCount(), label, field);
    }

    private ProfileDraft draft() {
        Map<String, String> typed = new LinkedHashMap<>();
        settings.forEach((key, field) -> typed.put(key, field.getText()));
        return new ProfileDraft(
                name.getText(),
                adapter.getValue(),
                environment.getValue(),
                access.getValue(),
                typed,
                more.getText() == null ? "" : more.getText());
    }

    private static <T> void named(ChoiceBox<T> box, List<T> values, Function<T, String> name) {
        box.getItems().setAll(values);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return value == null ? "" : name.apply(value);
                    }

                    @Override
                    public T fromString(String words) {
                        throw new UnsupportedOperationException(words);
                    }
                });
    }
}
