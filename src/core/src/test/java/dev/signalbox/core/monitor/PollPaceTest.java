package dev.signalbox.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollPaceTest {
    private final PollPace pace = new PollPace(Duration.ofSeconds(2), Duration.ofSeconds(10));

    @Test
    void pollsBeginAnIntervalApart() {
        assertThat(pace.afterSuccess(Duration.ofMillis(300))).isEqualTo(Duration.ofMillis(1700));
    }

    @Test
    void aSlowServerIsGivenABreak() {
        assertThat(pace.afterSuccess(Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aClockThatWasSetBackMakesNoLongPause() {
        assertThat(pace.afterSuccess(Duration.ofHours(-1))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void pausesDoubleWithEveryFailureUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(pace::afterFailures))
                .extracting(Duration::toSeconds)
                .containsExactly(2L, 4L, 8L, 10L, 10L, 10L);
        assertThat(pace.afterFailures(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void noPaceWithoutAnInterval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PollPace(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PollPace(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }
}
