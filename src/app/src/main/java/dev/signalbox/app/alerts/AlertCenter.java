package dev.signalbox.app.alerts;

import dev.signalbox.app.fx.Latest;
import dev.signalbox.core.alert.Alert;
import dev.signalbox.core.alert.Alerts;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// Looks at every state that the monitor tells, on its thread, and shows the alerts on the FX thread.
public final class AlertCenter {
    private final Alerts alerts;
    private final Clock clock;
    private final Delivery delivery;
    private final Latest<Boolean> changed;
    private volatile Optional<Problem> failure = Optional.empty();
    private final ReadOnlyObjectWrapper<List<Alert>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public AlertCenter(Connections connections, Clock clock, Executor fx, Delivery delivery) {
        this.alerts = new Alerts(clock.getZone());
        this.clock = clock;
        this.delivery = delivery;
        this.changed = new Latest<>(fx, _ -> refresh());
        delivery.whenFailed(this::failed);
        connections.onState(this::look);
    }

    /// What holds now, then what is over.
    public ReadOnlyObjectProperty<List<Alert>> alerts() {
        return shown.getReadOnlyProperty();
    }

    /// How many hold now.
    public ObservableValue<Integer> count() {
        return shown.map(
                all -> (int) all.stream().filter(alert -> alert.ended().isEmpty()).count());
    }

    /// Why somebody could not be told.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    private void look(ConnectionState state) {
        try {
            alerts.look(state, clock.instant())
                    .forEach(notice -> delivery.tell(notice, state.profile()));
            changed.offer(true);
        } catch (ConnectorException e) {
            failed(e.problem());
        }
    }

    private void failed(Problem why) {
        failure = Optional.of(why);
        changed.offer(true);
    }

    private void refresh() {
        problem.set(failure);
        List<Alert> all = alerts.all();
        if (!all.equals(shown.get())) {
            shown.set(all);
        }
    }
}
