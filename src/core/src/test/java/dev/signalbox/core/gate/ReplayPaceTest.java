package dev.signalbox.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReplayPaceTest {
    private static final long SECOND = 1_000_000_000;

    private long now = 5 * SECOND;

    @Test
    void withoutALimitNothingWaits() {
        Pace pace = new Pace(OptionalInt.empty(), () -> now);
        pace.take(1_000_000);

        assertThat(pace.untilDue()).isZero();
        assertThat(pace.largestBatch()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aBatchIsAQuarterOfASecondAndNeverEmpty() {
        assertThat(new Pace(OptionalInt.of(100), () -> now).largestBatch()).isEqualTo(25);
        assertThat(new Pace(OptionalInt.of(1), () -> now).largestBatch()).isEqualTo(1);
    }

    @Test
    void theNextBatchWaitsForTheTimeOfTheLast() {
        Pace pace = new Pace(OptionalInt.of(100), () -> now);
        assertThat(pace.untilDue()).isLessThanOrEqualTo(0);

        pace.take(25);

        assertThat(pace.untilDue()).isEqualTo(SECOND / 4);
        now += SECOND / 4;
        assertThat(pace.untilDue()).isZero();
    }

    @Test
    void timeThatWasLostIsNotCaughtUp() {
        Pace pace = new Pace(OptionalInt.of(100), () -> now);
        pace.take(25);
        now += 60 * SECOND;

        pace.take(25);

        assertThat(pace.untilDue()).isEqualTo(SECOND / 4);
    }
}
