package dev.signalbox.app.overview;

import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Once;
import dev.signalbox.app.parts.Frame;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The first screen.
public final class OverviewFeature implements Feature {
    private final Once<OverviewView> view;

    public OverviewFeature(OverviewViewModel model, Frame frame) {
        this.view = new Once<>(() -> new OverviewView(model, frame));
    }

    @Override
    public FeatureId id() {
        return FeatureId.OVERVIEW;
    }

    @Override
    public Ikon icon() {
        return Feather.ACTIVITY;
    }

    @Override
    public Node view() {
        return view.get();
    }
}
