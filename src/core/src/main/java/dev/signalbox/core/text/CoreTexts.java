package dev.signalbox.core.text;

/// The texts of core's own bundle.
public final class CoreTexts {
    private static final Texts TEXTS = new Texts(CoreTexts.class, "dev.signalbox.core.texts");

    private CoreTexts() {}

    public static String get(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }
}
