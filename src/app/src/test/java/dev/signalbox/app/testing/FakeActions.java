package dev.signalbox.app.testing;

import dev.signalbox.app.nav.Actions;
import dev.signalbox.core.port.Action;
import java.util.ArrayList;
import java.util.List;

/// Writes down what was asked for and does nothing.
public final class FakeActions implements Actions {
    private final List<Action> asked = new ArrayList<>();

    @Override
    public void open(String profileId, Action action) {
        asked.add(action);
    }

    public List<Action> asked() {
        return List.copyOf(asked);
    }
}
