package dev.signalbox.app.queues;

import dev.signalbox.app.browse.BrowseView;
import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.nav.Once;
import dev.signalbox.app.parts.Frame;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The screen of topics, queues and streams.
public final class QueuesFeature implements Feature {
    private final Once<QueuesView> view;

    public QueuesFeature(QueuesViewModel model, Supplier<BrowseView> browse, Frame frame) {
        this.view = new Once<>(() -> new QueuesView(model, browse.get(), frame));
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
        return view.get();
    }

    @Override
    public void focus(Focus focus) {
        view.get().focus(focus);
    }
}
