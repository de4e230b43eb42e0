package dev.signalbox.core.gate;

import dev.signalbox.core.profile.Profile;
import java.time.Instant;

/// That a read-only connection may be changed for a while.
///
/// @param profile as it was when it was unlocked: one that leads elsewhere by now is not unlocked
/// @param reason as the operator gave it
public record Unlock(Profile profile, Instant until, String reason) {}
