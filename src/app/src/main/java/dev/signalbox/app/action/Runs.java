package dev.signalbox.app.action;

import dev.signalbox.app.fx.Latest;
import dev.signalbox.core.gate.ActionService;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What was started in this session, as the window sees it: on the FX thread, newest state only.
public final class Runs {
    private final ActionService actions;
    private final ReadOnlyObjectWrapper<List<Run>> all = new ReadOnlyObjectWrapper<>(List.of());

    public Runs(ActionService actions, Executor fx) {
        this.actions = actions;
        Latest<Boolean> changed = new Latest<>(fx, _ -> refresh());
        actions.onOperation(_ -> changed.offer(true));
        refresh();
    }

    /// Newest first.
    public ReadOnlyObjectProperty<List<Run>> all() {
        return all.getReadOnlyProperty();
    }

    public Optional<Run> find(UUID id) {
        return all.get().stream().filter(run -> run.id().equals(id)).findFirst();
    }

    private void refresh() {
        all.set(actions.operations().stream().map(Run::of).toList());
    }
}
