package dev.signalbox.app.parts;

import dev.signalbox.app.text.Tone;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The shape that goes with a tone, so that colour never says it alone.
public final class Icons {
    private Icons() {}

    public static Ikon of(Tone tone) {
        return switch (tone) {
            case PLAIN, MUTED -> Feather.CIRCLE;
            case GOOD -> Feather.CHECK_CIRCLE;
            case NOTICE -> Feather.INFO;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case DANGER -> Feather.ALERT_OCTAGON;
        };
    }
}
