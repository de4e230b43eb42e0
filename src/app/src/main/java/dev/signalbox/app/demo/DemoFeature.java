package dev.signalbox.app.demo;

import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Once;
import dev.signalbox.app.parts.Frame;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The screen of the demo: there only while there is one.
public final class DemoFeature implements Feature {
    private final DemoViewModel model;
    private final Once<DemoView> view;

    public DemoFeature(DemoViewModel model, Frame frame) {
        this.model = model;
        this.view = new Once<>(() -> new DemoView(model, frame));
    }

    @Override
    public FeatureId id() {
        return FeatureId.DEMO;
    }

    @Override
    public Ikon icon() {
        return Feather.ZAP;
    }

    @Override
    public Node view() {
        return view.get();
    }

    @Override
    public ObservableValue<Boolean> available() {
        return model.available();
    }

    @Override
    public void leave() {
        model.leave();
    }
}
