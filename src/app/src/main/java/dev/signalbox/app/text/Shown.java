package dev.signalbox.app.text;

import java.util.Optional;
import org.kordamp.ikonli.Ikon;

/// A value as it is written on the screen.
///
/// @param hint what the tooltip says: why it is not known, how it was estimated; empty for none
public record Shown(String text, String hint, Tone tone, Optional<Ikon> icon) {
    /// Stands for what is not known. Never 0, never blank.
    public static final String UNKNOWN = "–";

    public static Shown of(String text) {
        return new Shown(text, "", Tone.PLAIN, Optional.empty());
    }

    public static Shown of(String text, Tone tone, Ikon icon) {
        return new Shown(text, "", tone, Optional.of(icon));
    }

    public static Shown unknown(String reason) {
        return new Shown(UNKNOWN, reason, Tone.MUTED, Optional.empty());
    }

    /// There is nothing to be said here, and that is certain.
    public static Shown nothing() {
        return of("");
    }

    public Shown withHint(String text) {
        return new Shown(this.text, text, tone, icon);
    }

    public Shown withTone(Tone other) {
        return new Shown(text, hint, other, icon);
    }
}
