package dev.signalbox.app.incident;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Background;
import dev.signalbox.app.live.Live;
import dev.signalbox.app.nav.Actions;
import dev.signalbox.app.nav.FilePicker;
import dev.signalbox.app.nav.Modals;
import dev.signalbox.app.prefs.Preferences;
import java.nio.file.Path;
import java.util.List;

/// Opens exported messages in the window. On the FX thread.
public final class Incidents {
    private static final String ENDING = ".sbk";

    private final Live live;
    private final Actions actions;
    private final Background background;
    private final Modals modals;
    private final FilePicker files;
    private final Preferences preferences;

    public Incidents(
            Live live,
            Actions actions,
            Background background,
            Modals modals,
            FilePicker files,
            Preferences preferences) {
        this.live = live;
        this.actions = actions;
        this.background = background;
        this.modals = modals;
        this.files = files;
        this.preferences = preferences;
    }

    /// Asks for the file.
    public void choose() {
        files.toRead(text("exported.choose"), List.of(ENDING)).ifPresent(this::open);
    }

    public void open(Path file) {
        IncidentView view =
                new IncidentView(file, new Sending(live, actions), preferences, modals::close);
        background.run("read-incident", () -> Incident.read(file), view::show, view::showProblem);
        modals.show(view);
    }
}
