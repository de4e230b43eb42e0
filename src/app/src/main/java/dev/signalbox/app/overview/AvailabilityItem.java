package dev.signalbox.app.overview;

import dev.signalbox.app.live.Source;
import java.util.OptionalDouble;

/// How much of the observed time something was there.
///
/// @param group empty for the connection itself
record AvailabilityItem(Source source, String group, OptionalDouble share) {
    String key() {
        return source.profileId() + "/" + group;
    }

    String name() {
        return group.isEmpty() ? source.name() : group;
    }
}
