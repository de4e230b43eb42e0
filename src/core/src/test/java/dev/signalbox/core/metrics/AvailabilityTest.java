package dev.signalbox.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Availability availability = new Availability(Duration.ofMinutes(1));

    private void look(long second, boolean up) {
        availability.look(START.plusSeconds(second), up);
    }

    @Test
    void itIsUnknownBeforeTheSecondLook() {
        assertThat(availability.share()).isEmpty();
        look(0, true);
        assertThat(availability.share()).isEmpty();
    }

    @Test
    void halfOfTheTimeBetweenTwoLooksCountsForEither() {
        look(0, true);
        look(10, true);
        assertThat(availability.share()).hasValue(1.0);
        look(20, false);
        assertThat(availability.share()).hasValue(0.75);
        look(40, true);
        assertThat(availability.share()).hasValue(25.0 / 40);
    }

    @Test
    void timeWhileTheMachineSleptIsNotObserved() {
        look(0, true);
        look(10, true);
        look(10_000, false);
        look(10_010, true);

        assertThat(availability.share()).hasValue(15.0 / 20);
    }

    @Test
    void aClockThatWasSetBackAddsNothing() {
        look(100, true);
        look(0, false);
        look(10, false);

        assertThat(availability.share()).hasValue(0.0);
    }

    @Test
    void timeWhileNobodyLookedIsNotObserved() {
        look(0, true);
        look(10, true);
        availability.lookAway();
        look(20, false);

        assertThat(availability.share()).hasValue(1.0);
    }
}
