package dev.signalbox.app.transactions;

import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.Frame;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The screen of global transactions.
public final class TransactionsFeature implements Feature {
    private final TransactionsViewModel model;
    private final TransactionsView view;

    public TransactionsFeature(TransactionsViewModel model, Frame frame) {
        this.model = model;
        this.view = new TransactionsView(model, frame);
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
        return view;
    }

    @Override
    public void focus(Focus focus) {
        view.focus(focus);
    }

    @Override
    public ObservableValue<Integer> attention() {
        return model.waiting();
    }
}
