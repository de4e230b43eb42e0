package dev.signalbox.app.queues;

import dev.signalbox.app.browse.BrowseView;
import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.parts.Frame;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The screen of topics, queues and streams.
public final class QueuesFeature implements Feature {
    private final QueuesView view;

    public QueuesFeature(QueuesViewModel model, BrowseView browse, Frame frame) {
        this.view = new QueuesView(model, browse, frame);
    }

    @Override
    public FeatureId id() {
        return FeatureId.QUEUES;
    }

    @Override
    public Ikon icon() {
        return Feather.INBOX;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void focus(Focus focus) {
        view.focus(focus);
    }
}
