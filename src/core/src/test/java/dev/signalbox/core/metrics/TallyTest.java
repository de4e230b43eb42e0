package dev.signalbox.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Duration TEN = Duration.ofSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Tally tally = new Tally(MINUTE);

    private void add(long second, long amount) {
        tally.add(START.plusSeconds(second), amount);
    }

    @Test
    void theFirstLookIsOnlyABeginning() {
        add(0, 1_000_000);
        assertThat(tally.perSecond(TEN, Duration.ZERO)).isEmpty();
        add(2, 10);
        assertThat(tally.perSecond(TEN, Duration.ZERO)).hasValue(5.0);
    }

    @Test
    void everyWindowIsMeasuredInItsOwnLength() {
        for (int second = 0; second <= 60; second += 2) {
            add(second, second > 50 ? 20 : 2);
        }
        assertThat(tally.perSecond(TEN, TEN)).hasValue(10.0);
        assertThat(tally.sum(MINUTE, TEN)).hasValue(25 * 2 + 5 * 20);
    }

    @Test
    void whatIsOlderThanTheWindowCountsNoMore() {
        add(0, 0);
        add(2, 600);
        for (int second = 4; second <= 200; second += 2) {
            add(second, 0);
        }
        assertThat(tally.sum(MINUTE, TEN)).hasValue(0);
    }

    @Test
    void itHoldsNoMoreThanItsWindowNeeds() {
        for (int second = 0; second < 10_000; second += 2) {
            add(second, 1);
        }
        assertThat(tally.size()).isEqualTo(31);
    }

    @Test
    void tooLittleIsUnknown() {
        add(0, 0);
        add(8, 8);
        assertThat(tally.sum(MINUTE, TEN)).isEmpty();
        assertThat(tally.perSecond(MINUTE, TEN)).isEmpty();
        add(10, 2);
        assertThat(tally.sum(MINUTE, TEN)).hasValue(10);
    }

    @Test
    void afterARestartThePastIsGone() {
        add(0, 0);
        add(2, 10);
        tally.restart();
        add(4, 10);
        assertThat(tally.perSecond(TEN, Duration.ZERO)).isEmpty();
        add(6, 4);
        assertThat(tally.perSecond(TEN, Duration.ZERO)).hasValue(2.0);
    }

    @Test
    void timeThatDoesNotGoOnRestarts() {
        add(10, 0);
        add(12, 4);
        add(12, 4);
        assertThat(tally.perSecond(TEN, Duration.ZERO)).isEmpty();
    }

    @Test
    void looksFarApartStillMakeARate() {
        add(0, 0);
        add(30, 300);
        assertThat(tally.perSecond(TEN, TEN)).hasValue(10.0);
    }
}
