package dev.signalbox.core.gate;

import java.util.Optional;
import java.util.UUID;

/// The operator's yes to one plan.
///
/// @param planId the plan that was reviewed
/// @param typedName the target's name as typed, where that is asked for: production and irreversible
public record Confirmation(UUID planId, Optional<String> typedName) {
    public static Confirmation of(UUID planId) {
        return new Confirmation(planId, Optional.empty());
    }
}
