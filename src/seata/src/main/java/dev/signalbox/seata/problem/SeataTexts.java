package dev.signalbox.seata.problem;

import dev.signalbox.core.text.Texts;

/// What this adapter says to operators.
public final class SeataTexts {

    private static final Texts TEXTS = new Texts(SeataTexts.class, "dev.signalbox.seata.texts");

    private SeataTexts() {}

    public static String text(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }
}
