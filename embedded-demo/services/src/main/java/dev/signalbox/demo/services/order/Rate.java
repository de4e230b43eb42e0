package dev.signalbox.demo.services.order;

import java.time.Duration;

/// How fast orders are placed.
///
/// @param ordersPerSecond 0 to 200; 0: none
record Rate(double ordersPerSecond) {

    static final double HIGHEST = 200;

    Rate {
        if (!(ordersPerSecond >= 0 && ordersPerSecond <= HIGHEST)) {
            throw new IllegalArgumentException(
                    "ordersPerSecond must be from 0 to 200, was " + ordersPerSecond);
        }
    }

    /// Time between two orders; zero when there are none.
    Duration interval() {
        if (ordersPerSecond == 0) {
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) (Duration.ofSeconds(1).toNanos() / ordersPerSecond));
    }
}
