package dev.signalbox.app.palette;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.nav.Feature;
import dev.signalbox.app.parts.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Opens the list of everything one can go to or do. On the FX thread.
public final class Palette {
    private final List<Feature> features;
    private final Supplier<List<Entry>> commands;
    private final Frame frame;

    /// @param commands what can be done to the window as a whole, as it stands when it is asked
    public Palette(List<Feature> features, Supplier<List<Entry>> commands, Frame frame) {
        this.features = List.copyOf(features);
        this.commands = commands;
        this.frame = frame;
    }

    public void open() {
        frame.modals().show(new PaletteView(entries(), this::run));
    }

    private List<Entry> entries() {
        List<Entry> all = new ArrayList<>();
        // The screens are there only beside a connection.
        if (!frame.live().all().get().isEmpty()) {
            features.stream()
                    .filter(feature -> feature.available().getValue())
                    .map(this::screen)
                    .forEach(all::add);
        }
        all.addAll(commands.get());
        all.addAll(Resources.of(frame));
        return List.copyOf(all);
    }

    private Entry screen(Feature feature) {
        return new Entry(
                feature.icon(),
                text(feature.id().key() + ".title"),
                text("palette.screen"),
                true,
                () -> frame.navigator().show(feature.id()));
    }

    /// Closed first: what is run may open something else in its place.
    private void run(Entry entry) {
        frame.modals().close();
        entry.run().run();
    }
}
