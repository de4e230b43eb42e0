package dev.signalbox.core.demo;

import dev.signalbox.core.text.Texts;

/// The texts of this package.
final class DemoTexts {
    private static final Texts TEXTS = new Texts(DemoTexts.class, "dev.signalbox.core.demo.texts");

    private DemoTexts() {}

    static String get(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }
}
