package dev.signalbox.app.text;

import dev.signalbox.core.text.Texts;
import java.util.Locale;

/// Every word the window shows, from `texts.properties`.
///
/// Use: `import static dev.signalbox.app.text.AppTexts.text;`. Figures are given to it written out already, see
/// [Formats], so that they look the same in a sentence as in a table.
public final class AppTexts {
    private static final Texts TEXTS = new Texts(AppTexts.class, "dev.signalbox.app.texts");

    private AppTexts() {}

    public static String text(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }

    /// The word for a constant: `word("verdict", STALLED)` is the text `verdict.stalled`.
    public static String word(String group, Enum<?> constant) {
        return TEXTS.get(group + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
