package dev.signalbox.app.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.testing.ShelfServer;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.app.testing.TurnedByHand;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.gate.Operation.Status;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.profile.Environment;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionViewModelTest {
    private static final Action PURGE =
            new Action.PurgeDestination(ShelfServer.LETTERS, new MessageSelection.All());
    private static final Action REPLAY =
            new Action.ReplayDeadLetters(
                    ShelfServer.LETTERS, new MessageSelection.All(), Optional.empty(), false);

    @TempDir Path folder;
    private final ShelfServer server = new ShelfServer().fill(Shelves.letters(5));
    private final TurnedByHand fx = new TurnedByHand();
    private Workbench workbench;
    private Runs runs;

    @BeforeEach
    void open() throws ConnectorException {
        workbench = Shelves.workbench(folder, server);
        workbench.connections().open(ShelfServer.profile("test", Environment.TEST));
        workbench.connections().open(ShelfServer.profile("prod", Environment.PRODUCTION));
        runs = new Runs(workbench.actions(), fx);
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aPlanIsShownBeforeAnythingHappens() throws InterruptedException {
        ActionViewModel model = planned("test", PURGE);

        assertThat(review(model).plan().effect().count()).isEqualTo(5);
        assertThat(server.shelf()).hasSize(5);
    }

    @Test
    void aYesCarriesThePlanOutAndItsOutcomeCanBeTakenBack() throws InterruptedException {
        ActionViewModel model = planned("test", PURGE);

        model.confirm();
        fx.until(() -> hasEnded(model));

        assertThat(run(model).state().status()).isEqualTo(Status.SUCCEEDED);
        assertThat(server.shelf()).isEmpty();
        assertThat(model.undo()).get().isInstanceOf(Action.RestoreBackup.class);
    }

    @Test
    void aSecondYesStartsNothing() throws InterruptedException {
        server.executing().hold();
        ActionViewModel model = planned("test", REPLAY);

        model.confirm();
        model.confirm();
        fx.until(() -> model.stage().get() instanceof ActionStage.Underway);
        model.confirm();
        server.executing().letGo();
        fx.until(() -> hasEnded(model));

        assertThat(workbench.actions().operations()).hasSize(1);
        assertThat(server.delivered()).hasSize(5);
    }

    @Test
    void turningAwayWhilePlanningDropsThePlan() {
        server.planning().hold();
        ActionViewModel model =
                new ActionViewModel(workbench.actions(), runs, background(), "test", PURGE);
        model.plan();
        await().until(server.planning()::isHolding);

        model.leave();
        server.planning().letGo();
        fx.turn();

        assertThat(model.stage().get()).isInstanceOf(ActionStage.Closed.class);
    }

    @Test
    void turningAwayWhileTheGateChecksStartsNothing() throws InterruptedException {
        ActionViewModel model = planned("test", PURGE);
        server.planning().hold();
        model.confirm();
        await().until(server.planning()::isHolding);

        model.leave();
        assertThat(model.stage().get())
                .isInstanceOfSatisfying(
                        ActionStage.Starting.class, it -> assertThat(it.stopping()).isTrue());
        fx.until(() -> model.stage().get() instanceof ActionStage.Closed);

        assertThat(server.shelf()).hasSize(5);
        assertThat(workbench.actions().operations()).isEmpty();
    }

    @Test
    void aRunGoesOnWhenTheOperatorTurnsAway() throws InterruptedException {
        server.executing().hold();
        ActionViewModel model = planned("test", PURGE);
        model.confirm();
        fx.until(() -> model.stage().get() instanceof ActionStage.Underway);

        model.leave();
        server.executing().letGo();

        await().untilAsserted(() -> assertThat(server.shelf()).isEmpty());
        fx.until(() -> runs.all().get().getFirst().hasEnded());
        assertThat(model.stage().get()).isInstanceOf(ActionStage.Closed.class);
    }

    @Test
    void aRunCanBeStoppedAndSaysHowFarItCame() throws InterruptedException {
        server.executing().hold();
        ActionViewModel model = planned("test", PURGE);
        model.confirm();
        fx.until(() -> model.stage().get() instanceof ActionStage.Underway);
        await().until(server.executing()::isHolding);

        model.cancelRun();
        fx.until(() -> hasEnded(model));

        assertThat(run(model).state().status()).isEqualTo(Status.CANCELLED);
        assertThat(server.shelf()).hasSize(5);
    }

    @Test
    void aRefusedStartChangesNothingAndCanBePlannedAgain() throws InterruptedException {
        ActionViewModel model = planned("test", PURGE);
        workbench.connections().close("test");

        model.confirm();
        fx.until(() -> model.stage().get() instanceof ActionStage.Refused);

        assertThat(server.shelf()).hasSize(5);
        workbench.connections().open(ShelfServer.profile("test", Environment.TEST));
        model.plan();
        fx.until(() -> model.stage().get() instanceof ActionStage.Review);
        assertThat(model.mayConfirm()).isTrue();
    }

    @Test
    void lettersThatWereReplayedBeforeAreSentAgainOnlyWhenAskedFor() throws InterruptedException {
        ActionViewModel first = planned("test", REPLAY);
        first.confirm();
        fx.until(() -> hasEnded(first));

        ActionViewModel second =
                new ActionViewModel(workbench.actions(), runs, background(), "test", REPLAY);
        second.plan();
        fx.until(() -> second.stage().get() instanceof ActionStage.Refused);
        assertThat(((ActionStage.Refused) second.stage().get()).problem().kind())
                .isEqualTo(ProblemKind.CONFLICT);

        second.setAgain(true);
        fx.until(() -> second.stage().get() instanceof ActionStage.Review);
        assertThat(review(second).plan().effect().count()).isEqualTo(5);
        assertThat(review(second).plan().hazards())
                .extracting(hazard -> hazard.code())
                .contains("replayed-before.again");
    }

    @Test
    void anotherTargetMakesAnotherPlan() throws InterruptedException {
        ActionViewModel model = planned("test", REPLAY);
        var before = review(model).plan().id();

        model.setTo(Optional.of("orders"));
        fx.until(() -> model.stage().get() instanceof ActionStage.Review);

        assertThat(review(model).plan().id()).isNotEqualTo(before);
        assertThat(ActionWords.confirm(review(model).plan()))
                .isEqualTo("Replay 5 messages to orders");
    }

    @Test
    void inProductionWhatCannotBeTakenBackNeedsItsNameTyped() throws InterruptedException {
        ActionViewModel purge = planned("test", PURGE);
        purge.confirm();
        fx.until(() -> hasEnded(purge));
        ActionViewModel model = planned("prod", purge.undo().orElseThrow());

        assertThat(review(model).asksForName()).isTrue();
        assertThat(model.mayConfirm()).isFalse();
        model.confirm();
        assertThat(model.stage().get()).isInstanceOf(ActionStage.Review.class);

        model.typedName().set("orders-dl");
        assertThat(model.mayConfirm()).isFalse();
        model.typedName().set("orders-dlt");
        assertThat(model.mayConfirm()).isTrue();
        model.confirm();
        fx.until(() -> hasEnded(model));
        assertThat(server.shelf()).hasSize(5);
    }

    @Test
    void nothingToDoCannotBeConfirmed() throws InterruptedException {
        ActionViewModel first = planned("test", PURGE);
        first.confirm();
        fx.until(() -> hasEnded(first));

        ActionViewModel model = planned("test", PURGE);

        assertThat(model.mayConfirm()).isFalse();
    }

    private ActionViewModel planned(String profileId, Action action) throws InterruptedException {
        ActionViewModel model =
                new ActionViewModel(workbench.actions(), runs, background(), profileId, action);
        model.plan();
        fx.until(() -> model.stage().get() instanceof ActionStage.Review);
        return model;
    }

    private Background background() {
        return new Background(fx);
    }

    private static ActionStage.Review review(ActionViewModel model) {
        return (ActionStage.Review) model.stage().get();
    }

    private static Run run(ActionViewModel model) {
        return ((ActionStage.Underway) model.stage().get()).run();
    }

    private static boolean hasEnded(ActionViewModel model) {
        return model.stage().get() instanceof ActionStage.Underway underway
                && underway.run().hasEnded();
    }
}
