package dev.signalbox.app.deadletters;

import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.nav.Once;
import dev.signalbox.app.parts.Frame;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The screen of dead letters.
public final class DeadLettersFeature implements Feature {
    private final DeadLettersViewModel model;
    private final Once<DeadLettersView> view;

    public DeadLettersFeature(DeadLettersViewModel model, Frame frame) {
        this.model = model;
        this.view = new Once<>(() -> new DeadLettersView(model, frame));
    }

    @Override
    public FeatureId id() {
        return FeatureId.DEAD_LETTERS;
    }

    @Override
    public Ikon icon() {
        return Feather.MAIL;
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
        return model.filled();
    }

    @Override
    public void leave() {
        model.leave();
    }
}
