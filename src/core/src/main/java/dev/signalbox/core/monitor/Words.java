package dev.signalbox.core.monitor;

import dev.signalbox.core.text.Texts;

/// The texts of this package.
final class Words {
    private static final Texts TEXTS = new Texts(Words.class, "dev.signalbox.core.monitor.texts");

    private Words() {}

    static String get(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }
}
