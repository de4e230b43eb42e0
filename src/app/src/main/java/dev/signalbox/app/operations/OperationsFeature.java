package dev.signalbox.app.operations;

import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.nav.Once;
import dev.signalbox.app.parts.Frame;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The screen of operations.
public final class OperationsFeature implements Feature {
    private final OperationsViewModel model;
    private final Once<OperationsView> view;

    public OperationsFeature(OperationsViewModel model, Frame frame) {
        this.model = model;
        this.view = new Once<>(() -> new OperationsView(model, frame));
    }

    @Override
    public FeatureId id() {
        return FeatureId.OPERATIONS;
    }

    @Override
    public Ikon icon() {
        return Feather.CLIPBOARD;
    }

    @Override
    public Node view() {
        return view.get();
    }

    /// @param focus the subject is the id of an operation
    @Override
    public void focus(Focus focus) {
        view.get().focus(focus);
    }

    @Override
    public ObservableValue<Integer> attention() {
        return model.unseen();
    }

    @Override
    public void leave() {
        model.leave();
    }
}
