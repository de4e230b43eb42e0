package dev.signalbox.app.servers;

import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.nav.Once;
import dev.signalbox.app.parts.Frame;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The screen of servers.
public final class ServersFeature implements Feature {
    private final Once<ServersView> view;

    public ServersFeature(ServersViewModel model, Frame frame) {
        this.view = new Once<>(() -> new ServersView(model, frame));
    }

    @Override
    public FeatureId id() {
        return FeatureId.SERVERS;
    }

    @Override
    public Ikon icon() {
        return Feather.SERVER;
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
