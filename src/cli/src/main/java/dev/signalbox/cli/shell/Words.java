package dev.signalbox.cli.shell;

import dev.signalbox.core.text.Texts;

/// The texts of this module; picocli reads its descriptions from the same bundle.
public final class Words {
    public static final String BUNDLE = "dev.signalbox.cli.texts";

    private static final Texts TEXTS = new Texts(Words.class, BUNDLE);

    private Words() {}

    public static String get(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }
}
