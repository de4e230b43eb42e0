package dev.signalbox.core.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void lettersAreCountedInTheSecondTheyWereWritten() {
        Timeline times = of(NOON, NOON.plusMillis(900), NOON.plusSeconds(3));

        assertThat(times.width()).isEqualTo(Duration.ofSeconds(1));
        assertThat(times.slots(NOON, NOON.plusSeconds(3)))
                .extracting(Timeline.Slot::count)
                .containsExactly(2L, 0L, 0L, 1L);
    }

    @Test
    void manyMomentsTakeWiderSlotsAndLoseNoLetter() {
        TimeTally tally = new TimeTally();
        for (int i = 0; i < 100_000; i++) {
            tally.add(NOON.plusSeconds(i * 7L));
        }

        Timeline times = tally.timeline();

        assertThat(times.counts()).hasSizeBetween(32, 64);
        assertThat(times.counts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(100_000);
        assertThat(times.slots(NOON, NOON.plusSeconds(700_000)).size()).isLessThan(66);
    }

    @Test
    void timesFarApartAreToldOnOneLine() {
        Timeline today = of(NOON, NOON.plusSeconds(1));
        Timeline longAgo = of(NOON.minus(Duration.ofDays(900)));

        Duration width = Timeline.commonWidth(List.of(today, longAgo), 100);

        assertThat(today.inSlotsOf(width).slots(NOON.minus(Duration.ofDays(900)), NOON))
                .hasSizeBetween(40, 100)
                .last()
                .extracting(Timeline.Slot::count)
                .isEqualTo(2L);
    }

    @Test
    void bothTogetherAreTheSumOfBoth() {
        Timeline both = of(NOON).plus(of(NOON, NOON.minusSeconds(1)));

        assertThat(both.counts()).containsEntry(NOON, 2L).containsEntry(NOON.minusSeconds(1), 1L);
    }

    @Test
    void slotsBeforeTheEpochBeginBeforeTheirLetters() {
        Timeline times = of(Instant.ofEpochSecond(-3)).inSlotsOf(Duration.ofSeconds(2));

        assertThat(times.counts()).containsKey(Instant.ofEpochSecond(-4));
    }

    private static Timeline of(Instant... moments) {
        TimeTally tally = new TimeTally();
        for (Instant each : moments) {
            tally.add(each);
        }
        return tally.timeline();
    }
}
