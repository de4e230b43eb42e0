package dev.signalbox.rabbitmq;

import dev.signalbox.core.text.Texts;

/// The words of this adapter.
final class RabbitTexts {
    private static final Texts TEXTS = new Texts(RabbitTexts.class, "dev.signalbox.rabbitmq.texts");

    private RabbitTexts() {}

    static String get(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }
}
