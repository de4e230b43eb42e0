package dev.signalbox.app.connect;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.nav.FilePicker;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.app.parts.Pill;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.profile.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The connections that are saved: to open, change, remove, take in from a file and pass on in one.
final class ConnectionsView extends VBox {
    private static final String ENDING = ".json";

    /// Those of Signalbox, and those of other tools.
    private static final List<String> READABLE =
            List.of(ENDING, ".properties", ".conf", ".config", ".toml");

    private final Connecting connecting;
    private final FilePicker files;
    private final Runnable closed;
    private final VBox rows = new VBox(6);
    private final VBox told = new VBox();
    private Optional<Profile> toRemove = Optional.empty();

    ConnectionsView(Connecting connecting, FilePicker files, Runnable closed) {
        this.connecting = connecting;
        this.files = files;
        this.closed = closed;
        getStyleClass().addAll("dialog-body", "connections");
        setSpacing(12);
        setMaxSize(760, 560);
        Label title = new Label(text("connections.title"));
        title.getStyleClass().add("title-4");
        told.getStyleClass().add("lines");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, told, scroll, tools());
        connecting.saved().profiles().subscribe(this::show);
    }

    private Node tools() {
        Button add = button("connections-add", text("scope.new"), Feather.PLUS);
        add.setOnAction(_ -> connecting.describeNew());
        add.setDisable(!connecting.isPossible());
        Button take = button("connections-import", text("connections.import"), Feather.DOWNLOAD);
        take.setTooltip(new Tooltip(text("connections.import.hint")));
        take.setOnAction(_ -> take());
        Button give = button("connections-export", text("connections.export"), Feather.UPLOAD);
        give.setTooltip(new Tooltip(text("connections.export.hint")));
        give.setOnAction(_ -> give());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button(text("connections.close"));
        close.setCancelButton(true);
        close.setOnAction(_ -> closed.run());
        HBox tools = new HBox(8, add, take, give, gap, close);
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    /// Asks for a file, of Signalbox or of another tool, and takes in what is in it.
    void take() {
        files.toRead(text("connections.import.title"), READABLE)
                .ifPresent(
                        file -> {
                            if (holdsSeveral(file)) {
                                connecting
                                        .saved()
                                        .take(
                                                file,
                                                count -> tell(text("connections.imported", count)),
                                                this::tell);
                            } else {
                                connecting.describe(file, this::tell);
                            }
                        });
    }

    /// An export of ours, and what rabbitmqadmin keeps; other tools keep one a file.
    private static boolean holdsSeveral(Path file) {
        String name = file.toString();
        return name.endsWith(ENDING) || name.endsWith(".toml") || name.contains("rabbitmqadmin");
    }

    private void give() {
        files.toWrite(text("connections.export.title"), "signalbox-connections" + ENDING)
                .ifPresent(
                        file ->
                                connecting
                                        .saved()
                                        .give(
                                                file,
                                                () ->
                                                        tell(
                                                                text(
                                                                        "connections.exported",
                                                                        file.toString())),
                                                this::tell));
    }

    private void tell(String words) {
        told.getChildren().setAll(new Banner(Tone.GOOD, words, Optional.empty()));
    }

    /// What is in the file by now is shown with it.
    private void tell(Problem problem) {
        told.getChildren().setAll(Banner.of(problem));
        connecting.saved().load(_ -> {});
    }

    private void show(List<Profile> profiles) {
        rows.getChildren().setAll(profiles.stream().map(this::row).toList());
        if (profiles.isEmpty()) {
            Label none = new Label(text("connections.none"));
            none.getStyleClass().add("muted");
            rows.getChildren().add(none);
        }
    }

    private Node row(Profile profile) {
        Label name = new Label(profile.name());
        name.getStyleClass().add("strong");
        Label type = new Label(profile.type());
        type.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row =
                new HBox(
                        8,
                        name,
                        type,
                        gap,
                        new Pill(Looks.of(profile.environment())),
                        new Pill(Looks.of(profile.access())));
        row.setAlignment(Pos.CENTER_LEFT);
        if (toRemove.equals(Optional.of(profile))) {
            row.getChildren().addAll(confirm(profile), keep());
        } else {
            row.getChildren().addAll(open(profile), change(profile), remove(profile));
        }
        return row;
    }

    private Button open(Profile profile) {
        Button open = button("connections-open-" + profile.id(), text("connections.open"), null);
        open.setOnAction(
                _ -> {
                    closed.run();
                    connecting.open(profile);
                });
        return open;
    }

    private Button change(Profile profile) {
        Button change =
                button("connections-change-" + profile.id(), text("connections.change"), null);
        change.setDisable(!connecting.canChange(profile));
        change.setOnAction(_ -> connecting.change(profile));
        return change;
    }

    private Button remove(Profile profile) {
        Button remove =
                button("connections-remove-" + profile.id(), text("connections.remove"), null);
        remove.setOnAction(
                _ -> {
                    toRemove = Optional.of(profile);
                    show(connecting.saved().profiles().get());
                });
        return remove;
    }

    private Button confirm(Profile profile) {
        Button confirm =
                button(
                        "connections-confirm-" + profile.id(),
                        text("connections.remove.confirm", profile.name()),
                        Feather.TRASH_2);
        confirm.getStyleClass().add("danger");
        confirm.setOnAction(
                _ -> {
                    toRemove = Optional.empty();
                    connecting.saved().remove(profile, this::tell);
                });
        return confirm;
    }

    private Button keep() {
        Button keep = button("connections-keep", text("connections.keep"), null);
        keep.setOnAction(
                _ -> {
                    toRemove = Optional.empty();
                    show(connecting.saved().profiles().get());
                });
        return keep;
    }

    private static Button button(String id, String words, @Nullable Ikon icon) {
        Button button = new Button(words);
        button.setId(id);
        if (icon != null) {
            button.setGraphic(new FontIcon(icon));
        }
        return button;
    }
}
