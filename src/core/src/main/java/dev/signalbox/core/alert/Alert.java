package dev.signalbox.core.alert;

import dev.signalbox.core.profile.Environment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing to be told: all subjects of a kind on a connection together, so that a storm is one alert.
///
/// @param subjects names of groups, dead-letter destinations, transactions; a few words for the other kinds
/// @param since when it began
/// @param ended when nothing of it held any more
public record Alert(
        String profileId,
        String connection,
        Environment environment,
        AlertKind kind,
        List<String> subjects,
        Instant since,
        Optional<Instant> ended) {
    public Alert {
        subjects = List.copyOf(subjects);
    }

    /// Whether it is the same alert, with other subjects or ended by now.
    public boolean isSameAs(Alert other) {
        return profileId.equals(other.profileId) && kind == other.kind && since.equals(other.since);
    }
}
