package dev.signalbox.core.metrics;

import java.time.Duration;

/// How long back the figures look. What the glossary says of them, and this, are one.
///
/// @param rate for messages per second
/// @param minute for what is rare or scatters: dead letters, success, latency
/// @param judgement for the verdict on a group: at least ten polls
/// @param longestGap between two snapshots; what is further apart is not compared
record Windows(Duration rate, Duration minute, Duration judgement, Duration longestGap) {
    static final int POLLS_TO_JUDGE = 10;

    static Windows forInterval(Duration interval) {
        return new Windows(
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                longer(Duration.ofSeconds(20), interval.multipliedBy(POLLS_TO_JUDGE)),
                longer(Duration.ofSeconds(30), interval.multipliedBy(3)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
