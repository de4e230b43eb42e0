package dev.signalbox.app.consumers;

import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.nav.Once;
import dev.signalbox.app.parts.Frame;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The screen of consumer groups.
public final class ConsumersFeature implements Feature {
    private final ConsumersViewModel model;
    private final Once<ConsumersView> view;

    public ConsumersFeature(ConsumersViewModel model, Frame frame) {
        this.model = model;
        this.view = new Once<>(() -> new ConsumersView(model, frame));
    }

    @Override
    public FeatureId id() {
        return FeatureId.CONSUMERS;
    }

    @Override
    public Ikon icon() {
        return Feather.USERS;
    }

    @Override
    public Node view() {
        return view.get();
    }

    @Override
    public void focus(Focus focus) {
        view.get().focus(focus);
    }

    @Override
    public ObservableValue<Integer> attention() {
        return model.behind();
    }
}
