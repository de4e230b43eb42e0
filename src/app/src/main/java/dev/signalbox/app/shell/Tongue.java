package dev.signalbox.app.shell;

import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.core.text.Language;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The language of the window, remembered. On the FX thread.
public final class Tongue {
    private final Preferences preferences;
    private final ReadOnlyObjectWrapper<Language> language;

    public Tongue(Preferences preferences) {
        this.preferences = preferences;
        this.language = new ReadOnlyObjectWrapper<>(preferences.language());
        language.get().speak();
    }

    /// Whoever has written texts writes them again when it changes.
    public ReadOnlyObjectProperty<Language> languageProperty() {
        return language.getReadOnlyProperty();
    }

    public void choose(Language chosen) {
        preferences.setLanguage(chosen);
        chosen.speak();
        language.set(chosen);
    }
}
