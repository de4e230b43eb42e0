package dev.signalbox.app.tour;

import dev.signalbox.app.action.Run;
import dev.signalbox.app.action.Runs;
import dev.signalbox.app.demo.DemoPhase;
import dev.signalbox.app.demo.DemoSession;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.nav.Navigator;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.core.demo.DemoBroker;
import dev.signalbox.core.demo.DemoDescription;
import dev.signalbox.core.gate.Operation.Status;
import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.GlobalTransaction;
import dev.signalbox.core.model.TransactionStatus.Phase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Leads through the demo in three steps: replay what died, roll back what hangs, drain what lags. It begins by itself
/// the first time a demo runs, and can be left and begun again at any time. It only points: whatever is done, is done
/// by the one who takes it. On the FX thread.
public final class Tour {
    /// What of a lag is nothing to speak of while orders flow.
    private static final long DRAINED = 5;

    private final DemoSession demo;
    private final Runs runs;
    private final Live live;
    private final Preferences preferences;
    private final ReadOnlyObjectWrapper<Optional<Stop>> stop =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean wanted;
    private boolean lagged;
    private List<Run> before = List.of();

    /// Where the tour stands.
    ///
    /// @param done whether what this step is about has been done
    record Stop(TourStep step, boolean done) {}

    public Tour(DemoSession demo, Runs runs, Live live, Preferences preferences) {
        this.demo = demo;
        this.runs = runs;
        this.live = live;
        this.preferences = preferences;
        demo.phase().subscribe(this::follow);
        runs.all().subscribe(_ -> look());
        live.all().subscribe(_ -> look());
    }

    /// Empty while nobody takes it.
    ReadOnlyObjectProperty<Optional<Stop>> stop() {
        return stop.getReadOnlyProperty();
    }

    /// From the first step on. Starts the demo where none runs.
    public void begin() {
        wanted = true;
        if (demo.phase().get() instanceof DemoPhase.Running) {
            enter(TourStep.REPLAY);
        } else {
            demo.start();
        }
    }

    /// The next step; after the last one it is over.
    void next() {
        stop.get().flatMap(now -> now.step().next()).ifPresentOrElse(this::enter, this::end);
    }

    /// Puts it away, and does not begin by itself again.
    void end() {
        wanted = false;
        stop.set(Optional.empty());
        preferences.setTourSeen();
    }

    private void follow(DemoPhase phase) {
        if (!(phase instanceof DemoPhase.Running)) {
            stop.set(Optional.empty());
        } else if (wanted || !preferences.tourSeen()) {
            enter(TourStep.REPLAY);
        }
    }

    private void enter(TourStep step) {
        before = runs.all().get();
        lagged = false;
        stop.set(Optional.of(new Stop(step, false)));
        look();
    }

    private void look() {
        stop.get()
                .filter(now -> !now.done() && isDone(now.step()))
                .ifPresent(now -> stop.set(Optional.of(new Stop(now.step(), true))));
    }

    private boolean isDone(TourStep step) {
        return switch (step) {
            case REPLAY -> hasSucceeded(ActionKind.REPLAY);
            case ROLL_BACK -> hasSucceeded(ActionKind.ROLLBACK);
            case DRAIN -> hasDrained();
        };
    }

    private boolean hasSucceeded(ActionKind kind) {
        return runs.all().get().stream()
                .filter(run -> before.stream().noneMatch(it -> it.id().equals(run.id())))
                .anyMatch(
                        run ->
                                run.plan().action().kind() == kind
                                        && run.state().status() == Status.SUCCEEDED);
    }

    private boolean hasDrained() {
        OptionalLong lag =
                live.state(broker().profile()).flatMap(state -> state.snapshot()).stream()
                        .flatMap(known -> known.groups().stream())
                        .filter(group -> group.id().equals(broker().slowConsumer()))
                        .map(group -> group.totalLag())
                        .findFirst()
                        .orElse(OptionalLong.empty());
        lagged |= lag.orElse(0) > DRAINED;
        return lagged && lag.orElse(Long.MAX_VALUE) <= DRAINED;
    }

    private DemoBroker broker() {
        return demo.phase().get() instanceof DemoPhase.Running(DemoDescription running)
                ? running.broker()
                : DemoBroker.KAFKA;
    }

    /// Goes to where the step is taken.
    void show(TourStep step, Navigator navigator) {
        switch (step) {
            case REPLAY ->
                    navigator.show(
                            FeatureId.DEAD_LETTERS,
                            new Focus(broker().profile(), broker().deadLetters()));
            case ROLL_BACK ->
                    oldest().ifPresentOrElse(
                                    xid ->
                                            navigator.show(
                                                    FeatureId.TRANSACTIONS,
                                                    new Focus(DemoDescription.SEATA_PROFILE, xid)),
                                    () -> navigator.show(FeatureId.TRANSACTIONS));
            case DRAIN -> navigator.show(FeatureId.DEMO);
        }
    }

    /// The one that runs longest is the one that hangs.
    private Optional<String> oldest() {
        return live.state(DemoDescription.SEATA_PROFILE).flatMap(state -> state.snapshot()).stream()
                .flatMap(known -> known.transactions().stream())
                .filter(transaction -> transaction.status().phase() == Phase.RUNNING)
                .min(Comparator.comparing(transaction -> transaction.begunAt().orElse(Instant.MAX)))
                .map(GlobalTransaction::xid);
    }
}
