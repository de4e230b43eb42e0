package dev.signalbox.app.fx;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;

/// What the desktop around the window is set to.
public final class Desktop {
    private Desktop() {}

    /// Whether it is dark. On a desktop that does not tell, it is not.
    public static ObservableValue<Boolean> dark() {
        return Platform.getPreferences()
                .colorSchemeProperty()
                .map(scheme -> scheme == ColorScheme.DARK);
    }
}
