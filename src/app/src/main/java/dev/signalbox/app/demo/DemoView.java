package dev.signalbox.app.demo;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.Frame;
import dev.signalbox.app.parts.Page;
import dev.signalbox.app.table.Column;
import dev.signalbox.app.table.DataTable;
import dev.signalbox.app.table.TableState;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.demo.DemoState;
import dev.signalbox.core.demo.DemoState.Part;
import dev.signalbox.core.demo.DemoState.PartState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The demo's parts and traffic on the left, its incidents on the right.
final class DemoView extends StackPane {
    private final DemoViewModel model;
    private final Frame frame;
    private final VBox problems = new VBox();
    private final TrafficCard traffic;
    private final DataTable<String, Row> parts =
            new DataTable<>(row -> row.part().name(), columns());
    private final VBox incidents = new VBox();
    private final Map<String, IncidentCard> cards = new TreeMap<>();

    /// Around the progress, which shows and hides itself by what it has to tell.
    private final VBox coming;

    private final HBox content;
    private final Button stop;
    private final Button start;
    private final Page page;

    DemoView(DemoViewModel model, Frame frame) {
        this.model = model;
        this.frame = frame;
        this.traffic = new TrafficCard(model);
        this.coming = new VBox(new DemoProgress(model.session().phase()));
        problems.getStyleClass().add("lines");
        parts.setId("demo-parts");
        parts.choosable("demo-parts", frame.preferences());
        parts.setState(new TableState.Loading());
        VBox.setVgrow(parts, Priority.ALWAYS);
        VBox left = new VBox(traffic, parts);
        left.getStyleClass().add("demo-side");
        left.setPrefWidth(520);
        incidents.getStyleClass().add("demo-side");
        ScrollPane scroll = new ScrollPane(incidents);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        scroll.setPrefWidth(520);
        content = new HBox(left, scroll);
        content.getStyleClass().add("demo-sides");
        stop = button("demo-stop", "demo.stop", Feather.POWER, model::stop);
        start = button("demo-start", "demo.start", Feather.PLAY, model::start);
        VBox lines = new VBox(problems, coming);
        lines.getStyleClass().add("lines");
        page = new Page(FeatureId.DEMO, lines, content);
        getChildren().add(page);
        observe();
    }

    private void observe() {
        Showing.of(this).subscribe(this::looked);
        frame.live().now().when(Showing.of(this)).subscribe(_ -> ticked());
        model.phase().subscribe(this::show);
        model.state().subscribe(state -> state.ifPresent(this::show));
        model.problem()
                .subscribe(
                        problem ->
                                problems.getChildren()
                                        .setAll(problem.stream().map(Banner::of).toList()));
    }

    private void ticked() {
        model.state().get().ifPresent(state -> parts.setItems(rows(state)));
        model.ask();
    }

    private void looked(Boolean now) {
        if (now) {
            model.ask();
        }
    }

    private static Button button(String id, String key, Feather icon, Runnable action) {
        Button button = new Button(text(key), new FontIcon(icon));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(DemoPhase phase) {
        boolean runs = phase instanceof DemoPhase.Running;
        content.setDisable(!runs);
        coming.setVisible(!runs);
        coming.setManaged(!runs);
        page.setTools(tools(phase));
        page.setSummary(runs ? text("demo.said") : "");
        if (!runs) {
            parts.setItems(List.of());
        }
    }

    private Node[] tools(DemoPhase phase) {
        return switch (phase) {
            case DemoPhase.Running _, DemoPhase.Starting _ -> new Node[] {stop};
            case DemoPhase.Off _, DemoPhase.Failed _ -> new Node[] {start};
            case DemoPhase.Stopping _ -> new Node[0];
        };
    }

    private void show(DemoState state) {
        traffic.show(state.traffic());
        parts.setItems(rows(state));
        for (DemoState.Incident incident : state.incidents()) {
            cards.computeIfAbsent(incident.name(), this::card).show(incident);
        }
    }

    private IncidentCard card(String name) {
        IncidentCard card = new IncidentCard(name, model, frame.navigator());
        incidents.getChildren().add(card);
        return card;
    }

    /// A part as it stands at one moment.
    private record Row(Part part, Optional<Duration> age) {}

    private static List<Column<Row>> columns() {
        return List.of(
                Column.<Row>label("part.name", row -> name(row.part())).width(200).grows(),
                Column.<Row>words("part.state", row -> state(row.part().state())).width(100),
                Column.<Row>span("part.since", Row::age, "part.unknown").width(90),
                Column.<Row>words("part.pid", row -> pid(row.part())).width(76),
                Column.<Row>count("part.restarts", row -> (long) row.part().restarts()).width(84));
    }

    private List<Row> rows(DemoState state) {
        Instant now = frame.live().now().getValue();
        return state.parts().stream()
                .map(
                        part ->
                                new Row(
                                        part,
                                        part.since()
                                                .map(
                                                        at ->
                                                                Duration.between(at, now)
                                                                        .truncatedTo(
                                                                                ChronoUnit
                                                                                        .SECONDS))))
                .toList();
    }

    private static String name(Part part) {
        String known = text("demo.part." + part.name());
        return known.startsWith("!") ? part.name() : known;
    }

    private static Shown pid(Part part) {
        return part.pid().isPresent()
                ? Shown.of(Long.toString(part.pid().getAsLong()))
                : Shown.unknown(text("part.no-pid"));
    }

    private static Shown state(PartState state) {
        String said = word("part-state", state);
        return switch (state) {
            case STARTING -> Shown.of(said, Tone.NOTICE, Feather.LOADER);
            case UP -> Shown.of(said, Tone.GOOD, Feather.CHECK_CIRCLE);
            case DOWN -> Shown.of(said, Tone.DANGER, Feather.X_CIRCLE);
            case STOPPED -> Shown.of(said, Tone.WARNING, Feather.SQUARE);
        };
    }
}
