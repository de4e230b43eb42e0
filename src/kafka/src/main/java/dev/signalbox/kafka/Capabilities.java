package dev.signalbox.kafka;

import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Support;
import java.util.EnumMap;
import java.util.Map;

/// What can be done to a Kafka cluster, and why the rest cannot.
final class Capabilities {
    private Capabilities() {}

    static Map<ActionKind, Support> all() {
        Map<ActionKind, Support> all = new EnumMap<>(ActionKind.class);
        for (ActionKind kind : ActionKind.values()) {
            all.put(
                    kind,
                    switch (kind) {
                        case PURGE, REPLAY, PUBLISH, RESTORE, RESET_OFFSETS ->
                                new Support.Offered();
                        case ROLLBACK, COMMIT ->
                                new Support.Refused(KafkaTexts.get("refused.global-transaction"));
                    });
        }
        return all;
    }
}
