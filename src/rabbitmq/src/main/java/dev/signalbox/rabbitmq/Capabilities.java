package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What can be done to a RabbitMQ, and why the rest cannot.
final class Capabilities {
    private Capabilities() {}

    /// @param unreachable why messages cannot be touched at all, if they cannot
    static Map<ActionKind, Support> all(Optional<Problem> unreachable) {
        Map<ActionKind, Support> all = new EnumMap<>(ActionKind.class);
        for (ActionKind kind : ActionKind.values()) {
            all.put(
                    kind,
                    refusal(kind)
                            .or(() -> unreachable.map(Problem::summary))
                            .<Support>map(Support.Refused::new)
                            .orElseGet(Support.Offered::new));
        }
        return all;
    }

    private static Optional<String> refusal(ActionKind kind) {
        return switch (kind) {
            case PURGE, REPLAY, PUBLISH, RESTORE -> Optional.empty();
            case RESET_OFFSETS -> Optional.of(RabbitTexts.get("refused.offsets"));
            case ROLLBACK, COMMIT -> Optional.of(RabbitTexts.get("refused.global-transaction"));
        };
    }

    static ConnectorException refused(ActionKind kind) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNSUPPORTED,
                        refusal(kind).orElseThrow(),
                        RabbitTexts.get("refused.remedy")));
    }
}
