package dev.signalbox.app.action;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.live.Live;
import dev.signalbox.app.parts.Banner;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.app.text.Formats;
import dev.signalbox.core.port.Action;
import java.util.UUID;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The dialog: what, on which connection, the plan, a yes or a no; then how it goes and what came of it.
final class ActionView extends VBox {
    private static final double ROOM = 48;

    private final ActionViewModel model;
    private final Live live;
    private final Ways ways;
    private final Preferences preferences;
    private final StackPane content = new StackPane();
    private final ReplayOptions options;
    private final ScrollPane scroll;
    private final ActionFoot foot;
    private final RunView runView;
    private final EventHandler<KeyEvent> escape = this::leaveByEscape;

    /// Where one can go from here.
    interface Ways {
        void close();

        void showInOperations(UUID operation);

        void undo(Action undo);
    }

    ActionView(ActionViewModel model, Live live, Preferences preferences, Ways ways) {
        this.preferences = preferences;
        this.model = model;
        this.live = live;
        this.ways = ways;
        this.options = new ReplayOptions(model, live);
        this.foot = new ActionFoot(model, ways, options);
        this.runView = new RunView(live.now());
        setId("action-dialog");
        getStyleClass().addAll("dialog-body", "action-dialog");
        setMaxSize(780, USE_PREF_SIZE);
        setPrefWidth(780);
        content.setAlignment(Pos.TOP_LEFT);
        VBox body = new VBox(content, options);
        body.getStyleClass().add("action-body");
        scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "action-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ActionHead head = new ActionHead(model, live);
        head.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, scroll, foot);
        // In the whole window: whatever has the focus, Esc turns away.
        sceneProperty()
                .subscribe(
                        (before, now) -> {
                            if (before != null) {
                                before.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
                            }
                            if (now != null) {
                                now.addEventFilter(KeyEvent.KEY_PRESSED, escape);
                            }
                        });
        model.stage().subscribe(this::show);
    }

    /// As high as its content, with some of the window left to be seen.
    @Override
    protected double computePrefHeight(double width) {
        double wanted = super.computePrefHeight(width);
        return getScene() == null ? wanted : Math.min(wanted, getScene().getHeight() - ROOM);
    }

    private void leaveByEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.leave();
            event.consume();
        }
    }

    private void show(ActionStage stage) {
        foot.show(stage);
        switch (stage) {
            case ActionStage.Planning planning -> fill(waiting(words(planning)), true);
            case ActionStage.Review review ->
                    fill(new PlanView(review, model, live.now(), preferences), true);
            case ActionStage.Refused refused -> fill(Banner.of(refused.problem()), true);
            case ActionStage.Starting starting ->
                    fill(
                            waiting(
                                    text(
                                            starting.stopping()
                                                    ? "action.stopping"
                                                    : "action.starting")),
                            false);
            case ActionStage.Underway underway -> {
                runView.show(underway.run());
                if (!content.getChildren().contains(runView)) {
                    fill(runView, false);
                }
            }
            case ActionStage.Closed _ -> ways.close();
        }
    }

    private static String words(ActionStage.Planning planning) {
        return planning.read() == 0
                ? text("action.planning")
                : text(
                        "action.planning.read",
                        Formats.number(planning.read()),
                        Formats.number(Math.max(planning.read(), planning.total())));
    }

    private void fill(Node node, boolean optionsOpen) {
        content.getChildren().setAll(node);
        options.setOpen(optionsOpen);
        scroll.setVvalue(0);
    }

    private static Node waiting(String words) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMinSize(22, 22);
        turning.setMaxSize(22, 22);
        HBox row = new HBox(turning, new Label(words));
        row.getStyleClass().add("action-waiting");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
