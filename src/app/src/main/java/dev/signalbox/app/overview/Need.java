package dev.signalbox.app.overview;

import dev.signalbox.app.live.Source;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.text.Tone;
import java.util.Comparator;
import java.util.Optional;

/// One thing that asks for a hand.
///
/// @param key the same for the same thing in the next snapshot
/// @param tone danger before warning before notice
/// @param kind what it is about; decides among equals
/// @param weight how much of it there is; decides last
/// @param title what is the matter
/// @param detail what is known of it
/// @param to where it can be seen to; empty when nothing but asking again helps
record Need(
        String key,
        Tone tone,
        Kind kind,
        long weight,
        String title,
        String detail,
        Source source,
        Optional<Target> to) {

    /// In the order of how much they stop.
    enum Kind {
        CONNECTION,
        ALARM,
        PARTITIONS,
        TRANSACTION,
        GROUP,
        DEAD_LETTERS
    }

    record Target(FeatureId feature, Focus focus) {}

    static Comparator<Need> urgency() {
        return Comparator.comparing(Need::tone)
                .reversed()
                .thenComparing(Need::kind)
                .thenComparing(Comparator.comparingLong(Need::weight).reversed())
                .thenComparing(Need::key);
    }
}
