package dev.signalbox.app.action;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// The buttons of the dialog.
///
/// The focus goes to the one that turns away, never to one that changes something: Enter alone says yes to
/// nothing.
final class ActionFoot extends HBox {
    private final ActionViewModel model;
    private final ActionView.Ways ways;
    private final ReplayOptions options;
    private Kind shown = Kind.NOTHING;
    private Subscription typing = Subscription.EMPTY;

    /// Buttons are made anew only when others are needed: one that is being pressed must not vanish.
    private enum Kind {
        NOTHING,
        PLANNING,
        REVIEW,
        REFUSED,
        STARTING,
        STOPPING,
        RUNNING,
        PAUSING,
        ENDED
    }

    /// @param options what keeps the focus while the operator changes it
    ActionFoot(ActionViewModel model, ActionView.Ways ways, ReplayOptions options) {
        this.model = model;
        this.ways = ways;
        this.options = options;
        getStyleClass().add("action-foot");
        setAlignment(Pos.CENTER_LEFT);
        sceneProperty().subscribe(_ -> focusTurnAway());
    }

    private void focusTurnAway() {
        Node turnAway = lookup("#action-cancel");
        if (turnAway != null && turnAway.getScene() != null) {
            turnAway.requestFocus();
        }
    }

    void show(ActionStage stage) {
        Kind kind = kindOf(stage);
        if (kind == shown && kind != Kind.REVIEW) {
            return;
        }
        shown = kind;
        typing.unsubscribe();
        switch (stage) {
            case ActionStage.Planning _ -> fill(turnAway("action.cancel"));
            case ActionStage.Review review -> showReview(review.plan());
            case ActionStage.Refused _ ->
                    fill(
                            button("action-plan-again", "action.plan-again", model::plan),
                            turnAway("action.close"));
            case ActionStage.Starting starting -> {
                Button cancel = turnAway("action.cancel");
                cancel.setDisable(starting.stopping());
                fill(cancel);
            }
            case ActionStage.Underway underway -> showRun(underway.run());
            case ActionStage.Closed _ -> getChildren().clear();
        }
    }

    private static Kind kindOf(ActionStage stage) {
        return switch (stage) {
            case ActionStage.Planning _ -> Kind.PLANNING;
            case ActionStage.Review _ -> Kind.REVIEW;
            case ActionStage.Refused _ -> Kind.REFUSED;
            case ActionStage.Starting starting ->
                    starting.stopping() ? Kind.STOPPING : Kind.STARTING;
            case ActionStage.Underway underway ->
                    underway.run().hasEnded()
                            ? Kind.ENDED
                            : underway.run().pausing() ? Kind.PAUSING : Kind.RUNNING;
            case ActionStage.Closed _ -> Kind.NOTHING;
        };
    }

    private void showReview(Plan plan) {
        Button confirm = new Button(ActionWords.confirm(plan));
        confirm.setId("action-confirm");
        confirm.getStyleClass().add(ActionWords.isGrave(plan) ? "danger" : "accent");
        confirm.setOnAction(_ -> model.confirm());
        Runnable check = () -> confirm.setDisable(!model.mayConfirm());
        typing =
                Subscription.combine(
                        model.typedName().subscribe(_ -> check.run()),
                        model.caution().subscribe(_ -> check.run()));
        fill(turnAway("action.cancel"), confirm);
    }

    private void showRun(Run run) {
        UUID id = run.id();
        Button operations =
                button(
                        "action-operations",
                        "action.show-in-operations",
                        () -> {
                            model.leave();
                            ways.showInOperations(id);
                        });
        if (!run.hasEnded()) {
            Button stop = button("action-stop", "action.stop", model::cancelRun);
            Button away = turnAway("action.close-running");
            if (run.operation().canPause()) {
                fill(operations, pause(run), stop, away);
            } else {
                fill(operations, stop, away);
            }
            return;
        }
        Optional<Action> undo = model.undo();
        if (undo.isPresent()) {
            fill(
                    operations,
                    button("action-undo", "action.undo", () -> ways.undo(undo.get())),
                    turnAway("action.close"));
        } else {
            fill(operations, turnAway("action.close"));
        }
    }

    private Button pause(Run run) {
        return run.pausing()
                ? button("action-resume", "action.resume", () -> model.pauseRun(false))
                : button("action-pause", "action.pause", () -> model.pauseRun(true));
    }

    private void fill(Node... buttons) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(gap);
        getChildren().addAll(buttons);
        // A plan that is being made again passes through planning first.
        boolean changed = shown != Kind.PLANNING && options.takeChange();
        if (!changed && !(shown == Kind.PLANNING && options.isFocusWithin())) {
            focusTurnAway();
        }
    }

    private Button turnAway(String key) {
        Button turnAway = button("action-cancel", key, model::leave);
        turnAway.getStyleClass().add("turns-away");
        return turnAway;
    }

    private static Button button(String id, String key, Runnable action) {
        Button button = new Button(text(key));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
