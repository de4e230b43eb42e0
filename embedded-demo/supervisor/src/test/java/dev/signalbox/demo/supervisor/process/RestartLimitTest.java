package dev.signalbox.demo.supervisor.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartLimitTest {
    private final RestartLimit limit = new RestartLimit();

    @Test
    void threeRestartsComeAtOnce() throws Exception {
        for (int restart = 0; restart < 3; restart++) {
            assertThat(limit.untilAllowed(System.nanoTime())).isZero();
            limit.awaitTurn();
        }
    }

    @Test
    void aFourthWaitsUntilTheFirstIsAMinuteAgo() throws Exception {
        for (int restart = 0; restart < 3; restart++) {
            limit.awaitTurn();
        }

        assertThat(limit.untilAllowed(System.nanoTime()))
                .isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
        assertThat(limit.untilAllowed(System.nanoTime() + Duration.ofMinutes(1).toNanos()))
                .isZero();
    }
}
