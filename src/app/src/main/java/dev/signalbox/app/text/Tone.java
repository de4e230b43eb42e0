package dev.signalbox.app.text;

import java.util.Locale;

/// What a colour would say. It is never said by colour alone: a word or a shape says it too.
public enum Tone {
    PLAIN,
    /// Known to be of little importance, or not known at all.
    MUTED,
    GOOD,
    NOTICE,
    WARNING,
    DANGER;

    /// Its class in the stylesheet.
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
