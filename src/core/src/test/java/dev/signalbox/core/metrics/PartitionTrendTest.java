package dev.signalbox.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PartitionTrendTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PartitionTrend partition = new PartitionTrend();

    @Test
    void theTimesOfWhatAllGroupsHaveReadAreForgotten() {
        partition.look(START, 0, 0);
        for (int second = 1; second <= 100; second++) {
            partition.watch(START.plusSeconds(second - 1), second - 1);
            partition.watch(START.plusSeconds(second - 1), second + 50);
            partition.look(START.plusSeconds(second), 0, second);
        }
        assertThat(partition.watch(START.plusSeconds(100), 100).size()).isLessThan(4);
    }

    @Test
    void theSlowestGroupDecides() {
        partition.look(START, 0, 0);
        for (int second = 1; second <= 100; second++) {
            partition.watch(START.plusSeconds(second - 1), second);
            partition.watch(START.plusSeconds(second - 1), 20);
            partition.look(START.plusSeconds(second), 0, second);
        }
        EndOffsets ends = partition.watch(START.plusSeconds(100), 20);
        assertThat(ends.passed(20)).contains(START.plusSeconds(21));
        assertThat(ends.passed(19)).isEmpty();
    }
}
