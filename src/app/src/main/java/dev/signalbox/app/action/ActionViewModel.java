package dev.signalbox.app.action;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Latest;
import dev.signalbox.core.gate.ActionService;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One action from the wish to the outcome. On the FX thread.
///
/// A plan is started once: whatever is clicked after that finds another stage than the review.
final class ActionViewModel {
    private final ActionService actions;
    private final Runs runs;
    private final Background background;
    private final String profileId;
    private final ReadOnlyObjectWrapper<Action> action;
    private final ReadOnlyObjectWrapper<ActionStage> stage =
            new ReadOnlyObjectWrapper<>(new ActionStage.Planning());
    private final ObjectProperty<Optional<Caution>> caution =
            new SimpleObjectProperty<>(Optional.of(Caution.NONE));
    private final StringProperty typedName = new SimpleStringProperty("");
    private Background.Running planning = () -> {};
    private long plans;
    private @Nullable StartAttempt attempt;
    private Subscription following = Subscription.EMPTY;

    ActionViewModel(
            ActionService actions,
            Runs runs,
            Background background,
            String profileId,
            Action action) {
        this.actions = actions;
        this.runs = runs;
        this.background = background;
        this.profileId = profileId;
        this.action = new ReadOnlyObjectWrapper<>(action);
    }

    String profileId() {
        return profileId;
    }

    /// What is wished for, with the options as chosen. Not frozen: that is the plan's.
    ReadOnlyObjectProperty<Action> action() {
        return action.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ActionStage> stage() {
        return stage.getReadOnlyProperty();
    }

    /// The target's name, where it has to be typed.
    StringProperty typedName() {
        return typedName;
    }

    /// How carefully it is to go; empty while what was typed makes no sense.
    ObjectProperty<Optional<Caution>> caution() {
        return caution;
    }

    /// Makes a plan, or makes it anew. Nothing once a plan has been accepted.
    void plan() {
        if (!isOpen()) {
            return;
        }
        planning.cancel();
        typedName.set("");
        stage.set(new ActionStage.Planning());
        Action asked = action.get();
        long turn = ++plans;
        Latest<ActionStage.Planning> progress =
                new Latest<>(
                        background.fx(),
                        far -> {
                            if (turn == plans && stage.get() instanceof ActionStage.Planning) {
                                stage.set(far);
                            }
                        });
        planning =
                background.run(
                        "plan",
                        () ->
                                review(
                                        actions.plan(
                                                profileId,
                                                asked,
                                                (read, total) ->
                                                        progress.offer(
                                                                new ActionStage.Planning(
                                                                        read, total)))),
                        stage::set,
                        problem -> stage.set(new ActionStage.Refused(problem)));
    }

    private ActionStage.Review review(Plan plan) throws ConnectorException {
        return new ActionStage.Review(
                plan, actions.asksForName(profileId, plan), actions.speed(plan));
    }

    /// Whether a replay can be ended when too many of its letters die again.
    Support canStopAt() {
        return actions.canStopAt(profileId, action.get().target());
    }

    /// Whether the options can still be changed.
    private boolean isOpen() {
        return switch (stage.get()) {
            case ActionStage.Planning _, ActionStage.Review _, ActionStage.Refused _ -> true;
            case ActionStage.Starting _, ActionStage.Underway _, ActionStage.Closed _ -> false;
        };
    }

    /// Replays also what was replayed before, and plans anew.
    void setAgain(boolean again) {
        if (action.get() instanceof ReplayDeadLetters replay && replay.again() != again) {
            change(replay.again(again));
        }
    }

    /// Replays to this destination; empty: to where each letter came from. Plans anew.
    void setTo(Optional<String> to) {
        if (action.get() instanceof ReplayDeadLetters replay && !replay.to().equals(to)) {
            change(replay.to(to));
        }
    }

    /// Changes what the copies hold, and plans anew.
    void setEdits(MessageEdits edits) {
        if (action.get() instanceof ReplayDeadLetters replay && !replay.edits().equals(edits)) {
            change(replay.edited(edits));
        }
    }

    private void change(Action other) {
        if (isOpen()) {
            action.set(other);
            plan();
        }
    }

    /// Whether all is there for a yes.
    boolean mayConfirm() {
        return stage.get() instanceof ActionStage.Review review
                && review.plan().effect().count() > 0
                && caution.get().isPresent()
                && (!review.asksForName()
                        || typedName.get().equals(review.plan().action().target()));
    }

    /// The operator's yes. A second one finds the plan on its way already and does nothing.
    void confirm() {
        if (!(stage.get() instanceof ActionStage.Review review) || !mayConfirm()) {
            return;
        }
        stage.set(new ActionStage.Starting(review.plan(), false));
        Confirmation confirmation =
                new Confirmation(
                        review.plan().id(),
                        review.asksForName() ? Optional.of(typedName.get()) : Optional.empty());
        StartAttempt start =
                new StartAttempt(
                        actions,
                        profileId,
                        review.plan(),
                        confirmation,
                        caution.get().orElse(Caution.NONE));
        attempt = start;
        background.run("start", start::run, this::started, this::notStarted);
    }

    private void started(Optional<Operation> begun) {
        if (begun.isEmpty()) {
            stage.set(new ActionStage.Closed());
            return;
        }
        Operation operation = begun.get();
        if (stage.get() instanceof ActionStage.Starting starting && starting.stopping()) {
            operation.cancel();
        }
        stage.set(new ActionStage.Underway(Run.of(operation)));
        following =
                runs.all()
                        .subscribe(
                                _ ->
                                        runs.find(operation.id())
                                                .map(ActionStage.Underway::new)
                                                .ifPresent(stage::set));
    }

    private void notStarted(Problem problem) {
        stage.set(new ActionStage.Refused(problem));
    }

    /// Asks what is running to stop between two batches.
    void cancelRun() {
        if (stage.get() instanceof ActionStage.Underway underway) {
            underway.run().operation().cancel();
        }
    }

    /// Asks what is running to stand still between two batches, or to go on.
    void pauseRun(boolean pause) {
        if (stage.get() instanceof ActionStage.Underway underway) {
            underway.run().pause(pause);
        }
    }

    /// What takes the outcome back, where something does.
    Optional<Action> undo() {
        return stage.get() instanceof ActionStage.Underway underway
                ? underway.run().state().outcome().flatMap(Outcome::undo)
                : Optional.empty();
    }

    /// The operator turns away. What runs goes on; what is only being started is stopped, and the stage becomes
    /// closed once it is known that it was in time.
    void leave() {
        switch (stage.get()) {
            case ActionStage.Starting starting -> {
                stage.set(new ActionStage.Starting(starting.plan(), true));
                if (attempt != null) {
                    attempt.stop();
                }
            }
            case ActionStage.Planning _, ActionStage.Review _, ActionStage.Refused _ -> {
                planning.cancel();
                stage.set(new ActionStage.Closed());
            }
            case ActionStage.Underway _ -> {
                following.unsubscribe();
                stage.set(new ActionStage.Closed());
            }
            case ActionStage.Closed _ -> {
                // Left already.
            }
        }
    }
}
