package dev.signalbox.core.monitor;

import java.time.Duration;

/// How often a connection is polled.
///
/// @param interval from the beginning of one poll to the beginning of the next, while they succeed
/// @param longestPause between polls that fail, however long it has been going on
public record PollPace(Duration interval, Duration longestPause) {

    /// Every two seconds; every ten at the least.
    public static final PollPace USUAL =
            new PollPace(Duration.ofSeconds(2), Duration.ofSeconds(10));

    public PollPace {
        if (!interval.isPositive() || longestPause.compareTo(interval) < 0) {
            throw new IllegalArgumentException("no pace: " + interval + ", " + longestPause);
        }
    }

    /// How long to wait after a poll that succeeded and took so long.
    ///
    /// At least half the interval: a server that answers slowly is not asked without a break.
    Duration afterSuccess(Duration took) {
        Duration least = interval.dividedBy(2);
        Duration rest = interval.minus(took);
        if (rest.compareTo(least) < 0) {
            return least;
        }
        return rest.compareTo(interval) > 0 ? interval : rest;
    }

    /// How long to wait after so many failures in a row: twice as long each time, up to the longest pause.
    Duration afterFailures(int inARow) {
        Duration pause = interval;
        for (int failure = 1; failure < inARow; failure++) {
            pause = pause.multipliedBy(2);
            if (pause.compareTo(longestPause) >= 0) {
                return longestPause;
            }
        }
        return pause;
    }
}
