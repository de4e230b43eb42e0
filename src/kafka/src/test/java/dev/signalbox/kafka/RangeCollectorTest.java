package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection.Range;
import org.junit.jupiter.api.Test;

class RangeCollectorTest {
    @Test
    void joinsNeighboursAndKeepsGaps() {
        RangeCollector collector = new RangeCollector();
        for (int[] place : new int[][] {{0, 3}, {1, 9}, {0, 4}, {0, 7}, {1, 10}, {0, 8}}) {
            collector.add(new MessageId("t", place[0], place[1]));
        }

        assertThat(collector.ranges())
                .containsExactly(new Range(0, 3, 5), new Range(0, 7, 9), new Range(1, 9, 11));
    }

    @Test
    void isEmptyWithoutAny() {
        assertThat(new RangeCollector().ranges()).isEmpty();
    }
}
