package dev.signalbox.app.alerts;

import static dev.signalbox.app.text.AppTexts.text;
import static dev.signalbox.app.text.AppTexts.word;

import dev.signalbox.app.fx.Showing;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.nav.Navigator;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.parts.Looks;
import dev.signalbox.app.parts.Pill;
import dev.signalbox.app.text.Shown;
import dev.signalbox.app.text.Times;
import dev.signalbox.app.text.Tone;
import dev.signalbox.core.alert.Alert;
import dev.signalbox.core.alert.AlertKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What holds now, and what is over: where, what, since when.
final class AlertsView extends VBox {
    private final Live live;
    private final Navigator navigator;
    private final Runnable closed;
    private final VBox rows = new VBox(8);

    /// @param rules opens the form of the rules; empty where there is no connection that could keep them
    AlertsView(
            AlertCenter center,
            Live live,
            Navigator navigator,
            Optional<Runnable> rules,
            Runnable closed) {
        this.live = live;
        this.navigator = navigator;
        this.closed = closed;
        getStyleClass().addAll("dialog-body", "alerts");
        setSpacing(12);
        setMaxSize(760, 520);
        Label title = new Label(text("alerts.title"));
        title.getStyleClass().add("title-4");
        Label said = new Label(text("alerts.said"));
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.getStyleClass().add("muted");
        VBox problems = new VBox();
        problems.getStyleClass().add("lines");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button close = new Button(text("connections.close"));
        close.setId("alerts-close");
        close.setCancelButton(true);
        close.setOnAction(_ -> closed.run());
        Button change = new Button(text("rules.open"), new FontIcon(Feather.SLIDERS));
        change.setId("alerts-rules");
        change.setDisable(rules.isEmpty());
        rules.ifPresent(open -> change.setOnAction(_ -> open.run()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(8, change, gap, close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, said, problems, scroll, foot);
        center.problem()
                .when(Showing.of(this))
                .subscribe(
                        it -> problems.getChildren().setAll(it.stream().map(Banner::of).toList()));
        center.alerts().when(Showing.of(this)).subscribe(this::show);
    }

    private void show(List<Alert> alerts) {
        rows.getChildren().setAll(alerts.stream().map(this::row).toList());
        if (alerts.isEmpty()) {
            Label none = new Label(text("alerts.none"));
            none.getStyleClass().add("muted");
            rows.getChildren().add(none);
        }
    }

    private Node row(Alert alert) {
        Label what =
                new Label(text("alerts.one", alert.connection(), word("alert-kind", alert.kind())));
        what.getStyleClass().add("strong");
        Label subjects = new Label(AlertWords.subjects(alert));
        subjects.setWrapText(true);
        Label when = new Label(when(alert, live.now().getValue()));
        when.getStyleClass().add("muted");
        VBox words = new VBox(2, what, subjects, when);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button go = new Button(text("alerts.look"));
        go.setId("alert-" + alert.profileId() + "-" + alert.kind());
        go.setOnAction(
                _ -> {
                    closed.run();
                    go(alert);
                });
        HBox row =
                new HBox(
                        10,
                        new Pill(state(alert)),
                        words,
                        new Pill(Looks.of(alert.environment())),
                        go);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Shown state(Alert alert) {
        return alert.ended().isPresent()
                ? Shown.of(text("alerts.over"), Tone.MUTED, Feather.CHECK)
                : Shown.of(text("alerts.holds"), Tone.DANGER, Feather.ALERT_TRIANGLE);
    }

    private static String when(Alert alert, Instant now) {
        return alert.ended()
                .map(
                        end ->
                                text(
                                        "alerts.ended",
                                        Times.ago(alert.since(), now),
                                        Times.ago(end, now)))
                .orElseGet(() -> text("alerts.since", Times.ago(alert.since(), now)));
    }

    private void go(Alert alert) {
        if (alert.subjects().isEmpty() || screen(alert.kind()) == FeatureId.OVERVIEW) {
            navigator.show(FeatureId.OVERVIEW);
        } else {
            navigator.show(
                    screen(alert.kind()),
                    new Focus(alert.profileId(), alert.subjects().getFirst()));
        }
    }

    private static FeatureId screen(AlertKind kind) {
        return switch (kind) {
            case CONNECTION_LOST, ALARM -> FeatureId.OVERVIEW;
            case TRANSACTION_AGE -> FeatureId.TRANSACTIONS;
            case LAG -> FeatureId.CONSUMERS;
            case DEAD_LETTERS -> FeatureId.DEAD_LETTERS;
        };
    }
}
