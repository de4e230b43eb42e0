package dev.signalbox.kafka;

import dev.signalbox.core.text.Texts;

/// The words of this adapter.
final class KafkaTexts {
    private static final Texts TEXTS = new Texts(KafkaTexts.class, "dev.signalbox.kafka.texts");

    private KafkaTexts() {}

    static String get(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }
}
