package dev.signalbox.app.messages;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.FxThread;
import dev.signalbox.app.nav.FilePicker;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.problem.Problem;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A payload to be read and copied: of a long one the beginning, and all of it when asked for.
public final class ContentView extends VBox {
    private final Background background = new Background(new FxThread());
    private final Label described = new Label();
    private final TextArea area = new TextArea();
    private final ListView<String> lines = new ListView<>();
    private final StackPane content = new StackPane(area, lines);
    private final VBox problems = new VBox();
    private final ToggleGroup looks = new ToggleGroup();
    private final Map<Content.Look, ToggleButton> buttons = new EnumMap<>(Content.Look.class);
    private final Button all = new Button("", new FontIcon(Feather.MAXIMIZE_2));
    private final StackPane allPane = new StackPane(all);
    private final HBox rest = new HBox(8);
    private final Tooltip allHint = new Tooltip();
    private final ProgressIndicator turning = new ProgressIndicator();
    private Payload shown = Payload.whole(null);
    private Content.Look look = Content.Look.TEXT;
    private Optional<WholeContent> whole = Optional.empty();
    private boolean cut;
    private Background.Running running = () -> {};

    public ContentView() {
        getStyleClass().add("content-view");
        described.getStyleClass().add("muted");
        area.setEditable(false);
        area.getStyleClass().addAll("code", "content-text");
        area.setAccessibleText(text("content.accessible"));
        lines.setId("content-lines");
        lines.getStyleClass().addAll("code", "dense", "content-lines");
        lines.setAccessibleText(text("content.accessible"));
        VBox.setVgrow(content, Priority.ALWAYS);
        Button copy = iconButton("content.copy", Feather.COPY, this::copy);
        Button save = iconButton("content.save", Feather.SAVE, this::save);
        save.setId("content-save");
        all.setId("content-all");
        all.getStyleClass().add("small");
        all.setOnAction(_ -> loadAll());
        Tooltip.install(allPane, allHint);
        turning.setMinSize(18, 18);
        turning.setMaxSize(18, 18);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox switches = switches();
        for (Region each : List.of(switches, copy, save, all)) {
            each.setMinWidth(USE_PREF_SIZE);
        }
        HBox head = new HBox(8, described, gap, switches, copy, save);
        head.setAlignment(Pos.CENTER_LEFT);
        Label beginning = new Label(text("content.beginning"));
        beginning.getStyleClass().add("muted");
        rest.getChildren().addAll(allPane, turning, beginning);
        rest.setAlignment(Pos.CENTER_LEFT);
        show(turning, false);
        show(rest, false);
        getChildren().addAll(head, rest, problems, content);
    }

    private static Button iconButton(String key, Feather icon, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("flat", "small", "button-icon");
        button.setTooltip(new Tooltip(text(key)));
        button.setAccessibleText(text(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private HBox switches() {
        HBox switches = new HBox();
        for (Content.Look each : Content.Look.values()) {
            ToggleButton button = new ToggleButton(word("look", each));
            button.setId("look-" + each.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().addAll("small", place(each));
            button.setToggleGroup(looks);
            button.setAccessibleText(text("content.look", word("look", each)));
            // One of them is always chosen: a click on that one changes nothing.
            button.setOnAction(_ -> choose(each));
            buttons.put(each, button);
            switches.getChildren().add(button);
        }
        return switches;
    }

    private static String place(Content.Look look) {
        return switch (look) {
            case PRETTY -> "left-pill";
            case TEXT -> "center-pill";
            case HEX -> "right-pill";
        };
    }

    public void show(@Nullable Bytes bytes) {
        show(Payload.whole(bytes));
    }

    /// Of a payload that is not whole, what there is; the rest is read when it is asked for.
    public void show(Payload payload) {
        stop();
        shown = payload;
        whole = Optional.empty();
        problems.getChildren().clear();
        List<Content.Look> possible = Content.looks(payload.bytes());
        buttons.forEach((each, button) -> button.setDisable(!possible.contains(each)));
        if (possible.isEmpty()) {
            looks.selectToggle(null);
            fill(Content.of(payload.bytes()));
        } else {
            choose(possible.getFirst());
        }
    }

    private void choose(Content.Look chosen) {
        select(chosen);
        look = chosen;
        if (whole.isPresent()) {
            loadAll();
        } else {
            fill(Content.of(shown.bytes(), chosen));
        }
    }

    private void select(Content.Look chosen) {
        ToggleButton button = buttons.get(chosen);
        if (button != null) {
            button.setDisable(false);
            looks.selectToggle(button);
        }
    }

    private void fill(Content beginning) {
        cut = beginning.cut() || !shown.isWhole();
        described.setText(Content.described(beginning.format(), shown.size()));
        area.setText(beginning.shown());
        area.setScrollTop(0);
        showLines(false);
        offerAll();
    }

    private void offerAll() {
        show(rest, cut);
        show(allPane, true);
        boolean tooLong = shown.size() > WholeContent.MOST;
        all.setDisable(tooLong);
        all.setText(text("content.all", Formats.bytes(shown.size())));
        allHint.setText(
                tooLong
                        ? text("content.all.too-long", Formats.bytes(WholeContent.MOST))
                        : shown.isWhole()
                                ? text("content.all.in-hand")
                                : text("content.all.read-again"));
    }

    private void loadAll() {
        stop();
        Payload asked = shown;
        // What was no JSON for being cut off may be some when it is whole.
        Content.Look as = whole.isEmpty() && look == Content.Look.TEXT ? Content.Look.PRETTY : look;
        show(allPane, false);
        show(turning, true);
        problems.getChildren().clear();
        running =
                background.run(
                        "payload",
                        () -> {
                            Bytes bytes = asked.load();
                            return new Loaded(
                                    Payload.whole(bytes),
                                    Optional.ofNullable(bytes)
                                            .map(known -> WholeContent.of(known, as)));
                        },
                        this::loaded,
                        this::failed);
    }

    /// @param payload all of it
    /// @param content empty where there is none
    private record Loaded(Payload payload, Optional<WholeContent> content) {}

    private void loaded(Loaded loaded) {
        show(turning, false);
        shown = loaded.payload();
        whole = loaded.content();
        whole.ifPresentOrElse(this::fillWith, () -> show(shown));
    }

    private void fillWith(WholeContent content) {
        look = content.look();
        select(look);
        described.setText(Content.described(content.format(), shown.size()));
        show(rest, false);
        lines.setItems(FXCollections.observableList(content.lines()));
        lines.scrollTo(0);
        showLines(true);
    }

    private void save() {
        if (getScene().getRoot() instanceof FilePicker files) {
            files.toWrite(text("content.save"), "payload").ifPresent(this::saveInto);
        }
    }

    private void saveInto(Path file) {
        stop();
        Payload asked = shown;
        show(turning, true);
        problems.getChildren().clear();
        running =
                background.run(
                        "save",
                        () -> {
                            asked.writeInto(file);
                            return file;
                        },
                        _ -> show(turning, false),
                        this::failed);
    }

    private void failed(Problem problem) {
        show(turning, false);
        show(allPane, true);
        problems.getChildren().setAll(Banner.of(problem));
    }

    private void stop() {
        running.cancel();
        show(turning, false);
    }

    private void showLines(boolean shownInLines) {
        show(area, !shownInLines);
        show(lines, shownInLines);
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(whole.map(WholeContent::text).orElseGet(area::getText));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
