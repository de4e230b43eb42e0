package dev.signalbox.app.live;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.core.model.ActionKind;
import dev.signalbox.core.model.Support;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import java.util.Map;

/// Where a line of a table comes from, and what may be done to it.
///
/// @param live false: what is shown is old
/// @param capabilities of the server, as it told them last
public record Source(
        String profileId,
        String name,
        Environment environment,
        Access access,
        boolean live,
        Map<ActionKind, Support> capabilities) {

    public Source {
        capabilities = Map.copyOf(capabilities);
    }

    public static Source of(ConnectionState state) {
        return new Source(
                state.profile().id(),
                state.profile().name(),
                state.profile().environment(),
                state.profile().access(),
                state.phase() == ConnectionState.Phase.LIVE,
                state.snapshot().map(known -> known.capabilities()).orElse(Map.of()));
    }

    /// Whether an action of this kind can be offered, and if not, why. The gate decides again; this is for the
    /// screen.
    public Support offers(ActionKind kind) {
        if (access == Access.READ_ONLY) {
            return new Support.Refused(text("action.read-only", name));
        }
        Support support = capabilities.get(kind);
        return support != null ? support : new Support.Refused(text("action.not-offered", name));
    }
}
