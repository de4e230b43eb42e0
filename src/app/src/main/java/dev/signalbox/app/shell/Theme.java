package dev.signalbox.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.signalbox.app.prefs.Preferences;
import java.net.URL;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;

/// Light or dark, remembered.
public final class Theme {
    private final Preferences preferences;
    private final ReadOnlyBooleanWrapper dark;

    public Theme(Preferences preferences) {
        this.preferences = preferences;
        this.dark = new ReadOnlyBooleanWrapper(preferences.isDark());
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /// Gives a window our own styles on top of the theme, and follows the choice.
    public void dress(Scene scene) {
        URL styles =
                Objects.requireNonNull(Theme.class.getResource("/dev/signalbox/app/signalbox.css"));
        scene.getStylesheets().add(styles.toExternalForm());
        apply();
    }

    public void toggle() {
        dark.set(!dark.get());
        preferences.setDark(dark.get());
        apply();
    }

    private void apply() {
        Application.setUserAgentStylesheet(
                dark.get()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }
}
