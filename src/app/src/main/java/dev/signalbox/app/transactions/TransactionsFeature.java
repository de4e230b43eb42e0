package dev.signalbox.app.transactions;

import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.nav.Once;
import dev.signalbox.app.parts.Frame;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The screen of global transactions.
public final class TransactionsFeature implements Feature {
    private final TransactionsViewModel model;
    private final Once<TransactionsView> view;

    public TransactionsFeature(TransactionsViewModel model, Frame frame) {
        this.model = model;
        this.view = new Once<>(() -> new TransactionsView(model, frame));
    }

    @Override
    public FeatureId id() {
        return FeatureId.TRANSACTIONS;
    }

    @Override
    public Ikon icon() {
        return Feather.GIT_BRANCH;
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
        return model.waiting();
    }
}
