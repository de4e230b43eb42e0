package dev.signalbox.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.metrics.SeriesKey.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final SeriesKey LAG = new SeriesKey(Kind.LAG, "payment");

    private static History perSeries(int points) {
        return new History(Duration.ofMinutes(15), points, 1_000_000);
    }

    private static void fill(History history, SeriesKey key, int points) {
        for (int i = 0; i < points; i++) {
            history.add(key, START.plusSeconds(2L * i), i);
        }
    }

    @Test
    void pointsComeBackOldestFirst() {
        History history = perSeries(450);
        fill(history, LAG, 3);

        assertThat(history.points(LAG))
                .containsExactly(
                        new Point(START, 0),
                        new Point(START.plusSeconds(2), 1),
                        new Point(START.plusSeconds(4), 2));
        assertThat(history.points(SeriesKey.total(Kind.DEAD_LETTERS))).isEmpty();
    }

    @Test
    void itReachesBackAsFarAsItsSpan() {
        History history = perSeries(450);
        fill(history, LAG, 2000);
        List<Point> points = history.points(LAG);

        assertThat(points).hasSize(450);
        assertThat(points.getLast().value()).isEqualTo(1999);
        assertThat(points.getFirst().value()).isEqualTo(1550);
    }

    @Test
    void whatIsOlderThanTheSpanGoesEvenWhenFewPointsCome() {
        History history = perSeries(450);
        history.add(LAG, START, 1);
        history.add(LAG, START.plus(Duration.ofMinutes(16)), 2);

        assertThat(history.points(LAG)).extracting(Point::value).containsExactly(2.0);
    }

    @Test
    void manySeriesHaveTheirPointsWiderApart() {
        History history = new History(Duration.ofMinutes(15), 450, 1000);
        for (int i = 0; i < 450; i++) {
            for (int series = 0; series < 10; series++) {
                SeriesKey key = new SeriesKey(Kind.DEPTH, "topic" + series);
                history.add(key, START.plusSeconds(2L * i), i);
            }
        }
        List<Point> points = history.points(new SeriesKey(Kind.DEPTH, "topic7"));

        assertThat(points).hasSizeBetween(80, 100);
        assertThat(points.getLast()).isEqualTo(new Point(START.plusSeconds(898), 449));
        assertThat(Duration.between(points.getFirst().at(), points.getLast().at()))
                .isGreaterThan(Duration.ofMinutes(13));
    }

    @Test
    void evenTheSmallestSeriesHasALine() {
        History history = new History(Duration.ofMinutes(15), 450, 1);
        fill(history, LAG, 10);

        assertThat(history.points(LAG)).hasSize(2);
    }

    @Test
    void seriesOfWhatIsGoneAreForgotten() {
        History history = perSeries(450);
        SeriesKey gone = new SeriesKey(Kind.LAG, "gone");
        history.add(gone, START, 1);
        history.add(LAG, START.plusSeconds(60), 1);
        history.forgetOlderThan(START.plusSeconds(30));

        assertThat(history.points(gone)).isEmpty();
        assertThat(history.points(LAG)).hasSize(1);
    }

    @Test
    void aClockThatWasSetBackBeginsAnew() {
        History history = perSeries(450);
        fill(history, LAG, 10);
        history.add(LAG, START.minusSeconds(3600), 7);

        assertThat(history.points(LAG)).extracting(Point::value).containsExactly(7.0);
    }

    @Test
    void noneStaysEmpty() {
        assertThat(History.none().points(LAG)).isEmpty();
    }

    @Test
    void aConnectionForgetsSeriesOfTopicsThatAreGone() {
        Scene scene = new Scene();
        scene.topic("old").produce(1);
        scene.topic("new").produce(1);
        scene.poll();
        scene.topics.remove("old");
        scene.pollAfter(Duration.ofMinutes(16));
        scene.polls(30, () -> {});

        assertThat(scene.history(Kind.DEPTH, "old")).isEmpty();
        assertThat(scene.history(Kind.DEPTH, "new")).isNotEmpty();
    }
}
