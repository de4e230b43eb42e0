package dev.signalbox.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.signalbox.app.fx.Desktop;
import dev.signalbox.app.prefs.Density;
import dev.signalbox.app.prefs.Mode;
import dev.signalbox.app.prefs.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/// How the window looks: light or dark, with how much contrast, how dense; remembered. On the FX thread.
public final class Theme {
    private static final String STYLES = sheet("signalbox");
    private static final String CONTRAST = sheet("contrast");
    private static final String CONTRAST_LIGHT = sheet("contrast-light");
    private static final String CONTRAST_DARK = sheet("contrast-dark");
    private static final String COMPACT = sheet("compact");

    private final Preferences preferences;
    private final ReadOnlyObjectWrapper<Mode> mode;
    private final ReadOnlyObjectWrapper<Density> density;
    private final ReadOnlyBooleanWrapper contrast;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /// Kept, or nobody would hear of a change.
    private final ObservableValue<Boolean> desktop = Desktop.dark();

    public Theme(Preferences preferences) {
        this.preferences = preferences;
        this.mode = new ReadOnlyObjectWrapper<>(preferences.mode());
        this.density = new ReadOnlyObjectWrapper<>(preferences.density());
        this.contrast = new ReadOnlyBooleanWrapper(preferences.highContrast());
        desktop.subscribe(this::settle);
        mode.subscribe(this::settle);
        settle();
        dark.subscribe(Theme::put);
    }

    /// Puts on the theme: before the first control is made, or the toolkit reads a whole one of its own first.
    private static void put(boolean dark) {
        String sheet =
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    private void settle() {
        dark.set(
                switch (mode.get()) {
                    case SYSTEM -> desktop.getValue();
                    case LIGHT -> false;
                    case DARK -> true;
                });
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Density> densityProperty() {
        return density.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty highContrastProperty() {
        return contrast.getReadOnlyProperty();
    }

    /// Gives a window our own styles on top of the theme, and follows the choice.
    public void dress(Scene scene) {
        scene.getRoot().setStyle(Fonts.style());
        ObservableList<String> sheets = scene.getStylesheets();
        dark.subscribe(() -> dress(sheets));
        contrast.subscribe(() -> dress(sheets));
        density.subscribe(() -> dress(sheets));
        dress(sheets);
    }

    private void dress(ObservableList<String> sheets) {
        List<String> wanted = new ArrayList<>(List.of(STYLES));
        if (contrast.get()) {
            wanted.add(dark.get() ? CONTRAST_DARK : CONTRAST_LIGHT);
            wanted.add(CONTRAST);
        }
        if (density.get() == Density.COMPACT) {
            wanted.add(COMPACT);
        }
        if (!sheets.equals(wanted)) {
            sheets.setAll(wanted);
        }
    }

    /// From dark to light and back, whatever the desktop has.
    public void toggle() {
        choose(dark.get() ? Mode.LIGHT : Mode.DARK);
    }

    public void choose(Mode chosen) {
        preferences.setMode(chosen);
        mode.set(chosen);
    }

    public void choose(Density chosen) {
        preferences.setDensity(chosen);
        density.set(chosen);
    }

    public void setHighContrast(boolean wanted) {
        preferences.setHighContrast(wanted);
        contrast.set(wanted);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(
                        Theme.class.getResource("/dev/signalbox/app/" + name + ".css"))
                .toExternalForm();
    }
}
