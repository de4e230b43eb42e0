package dev.signalbox.seata;

import static dev.signalbox.seata.problem.SeataTexts.text;

import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.problem.Problem;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What can be done to a coordinator.
final class Capabilities {

    private Capabilities() {}

    /// @param rpc why the RPC cannot be spoken to, if so
    static Map<ActionKind, Support> given(Optional<Problem> rpc) {
        Map<ActionKind, Support> capabilities = new EnumMap<>(ActionKind.class);
        for (ActionKind kind : ActionKind.values()) {
            capabilities.put(
                    kind,
                    switch (kind) {
                        case ROLLBACK, COMMIT ->
                                rpc.<Support>map(p -> new Support.Refused(p.summary()))
                                        .orElseGet(Support.Offered::new);
                        case PURGE, REPLAY, PUBLISH, RESTORE, RESET_OFFSETS ->
                                new Support.Refused(text("unsupported." + kind));
                    });
        }
        return capabilities;
    }
}
