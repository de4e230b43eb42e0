package dev.signalbox.app.demo;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.fx.Work;
import dev.signalbox.app.live.Live;
import dev.signalbox.core.demo.DemoBroker;
import dev.signalbox.core.demo.DemoControl;
import dev.signalbox.core.demo.DemoDescription;
import dev.signalbox.core.demo.DemoState;
import dev.signalbox.core.problem.Problem;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// How the demo does, and the switches of its incidents. On the FX thread.
public final class DemoViewModel {
    private final DemoSession session;
    private final Live live;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<DemoState>> state =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Steering> steering = Optional.empty();
    private boolean asking;
    private final Subscription following;

    /// The demo that is steered, and the way to it. Making the first client of all takes a tenth of a second, so it is
    /// made where it is used: in the background.
    private static final class Steering {
        private final DemoDescription demo;
        private @Nullable DemoControl control;

        Steering(DemoDescription demo) {
            this.demo = demo;
        }

        synchronized DemoControl control() {
            if (control == null) {
                control = new DemoControl(demo);
            }
            return control;
        }

        synchronized void close() {
            if (control != null) {
                control.close();
            }
        }
    }

    public DemoViewModel(DemoSession session, Live live, Background background) {
        this.session = session;
        this.live = live;
        this.background = background;
        following = session.phase().subscribe(this::follow);
    }

    /// Follows the demo no longer.
    void leave() {
        following.unsubscribe();
        follow(new DemoPhase.Off());
    }

    private void follow(DemoPhase phase) {
        state.set(Optional.empty());
        problem.set(Optional.empty());
        asking = false;
        steering.ifPresent(
                old ->
                        background.run(
                                "demo-leave",
                                () -> {
                                    old.close();
                                    return true;
                                },
                                _ -> {},
                                _ -> {}));
        steering =
                phase instanceof DemoPhase.Running running
                        ? Optional.of(new Steering(running.demo()))
                        : Optional.empty();
    }

    DemoSession session() {
        return session;
    }

    /// What the demo runs on; Kafka while none runs.
    DemoBroker broker() {
        return phase().get() instanceof DemoPhase.Running(DemoDescription demo)
                ? demo.broker()
                : DemoBroker.KAFKA;
    }

    ReadOnlyObjectProperty<DemoPhase> phase() {
        return session.phase();
    }

    ObservableValue<Boolean> available() {
        return session.isOn();
    }

    /// As the demo told it last; empty before.
    ReadOnlyObjectProperty<Optional<DemoState>> state() {
        return state.getReadOnlyProperty();
    }

    /// Why the demo could not be asked or told last.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Asks how it does, unless the last question is still open.
    void ask() {
        if (!asking) {
            steering.ifPresent(it -> run("demo-state", it, () -> it.control().state()));
        }
    }

    /// Sets how many orders are placed in a second.
    void setRate(double ordersPerSecond) {
        steering.ifPresent(
                it ->
                        run(
                                "demo-rate",
                                it,
                                () -> {
                                    it.control().traffic(ordersPerSecond);
                                    return it.control().state();
                                }));
    }

    /// Switches an incident, on until it is switched off.
    void setIncident(String name, boolean on) {
        steering.ifPresent(
                it ->
                        run(
                                "demo-incident",
                                it,
                                () -> {
                                    it.control().incident(name, on, OptionalInt.empty());
                                    return it.control().state();
                                }));
    }

    private void run(String name, Steering asked, Work<DemoState> work) {
        asking = true;
        background.run(
                name,
                work,
                answer -> {
                    if (steering.equals(Optional.of(asked))) {
                        asking = false;
                        problem.set(Optional.empty());
                        state.set(Optional.of(answer));
                    }
                },
                failure -> {
                    if (steering.equals(Optional.of(asked))) {
                        asking = false;
                        problem.set(Optional.of(failure));
                    }
                });
    }

    void stop() {
        session.stop();
    }

    void start() {
        session.start();
    }

    Live live() {
        return live;
    }
}
