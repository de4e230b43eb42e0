package dev.signalbox.app.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.metrics.Point;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseHistoryTest {
    @Test
    void aSumBeginsWhenAllHaveToldAndTakesWhatEachToldLast() {
        List<Point> sum =
                PhaseHistory.sum(
                        List.of(
                                List.of(point(1, 5), point(3, 6), point(5, 7)),
                                List.of(point(2, 10), point(5, 20))));

        assertThat(sum).containsExactly(point(2, 15), point(3, 16), point(5, 27));
    }

    @Test
    void nothingToldIsNothingSummed() {
        assertThat(PhaseHistory.sum(List.of())).isEmpty();
    }

    private static Point point(long second, double value) {
        return new Point(Instant.ofEpochSecond(second), value);
    }
}
