package dev.signalbox.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EndOffsetsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final EndOffsets ends = new EndOffsets();

    private static Instant at(long second) {
        return START.plusSeconds(second);
    }

    @Test
    void anOffsetIsPassedAtTheFirstLookBeyondIt() {
        ends.look(at(0), 10);
        ends.look(at(2), 15);
        ends.look(at(4), 15);
        ends.look(at(6), 16);

        assertThat(ends.passed(10)).contains(at(2));
        assertThat(ends.passed(14)).contains(at(2));
        assertThat(ends.passed(15)).contains(at(6));
    }

    @Test
    void whatWasThereBeforeOrIsNotThereYetIsUnknown() {
        assertThat(ends.passed(0)).isEmpty();
        ends.look(at(0), 10);

        assertThat(ends.passed(9)).isEmpty();
        assertThat(ends.passed(10)).isEmpty();
    }

    @Test
    void anEndThatGoesBackBeginsAnew() {
        for (int second = 0; second < 10; second++) {
            ends.look(at(second), 100 + second);
        }
        ends.look(at(10), 5);
        ends.look(at(12), 8);

        assertThat(ends.passed(4)).isEmpty();
        assertThat(ends.passed(7)).contains(at(12));
        assertThat(ends.passed(100)).isEmpty();
    }

    @Test
    void agesAreToldMessageByMessage() {
        ends.look(at(0), 10);
        ends.look(at(2), 15);
        ends.look(at(4), 20);
        TreeMap<Long, Long> messagesByMillis = new TreeMap<>();
        ends.ages(
                8,
                23,
                at(4),
                (millis, messages) -> messagesByMillis.merge(millis, messages, Long::sum));

        // 8 and 9 were there before; 20 to 22 came after the look.
        assertThat(messagesByMillis).containsExactly(Map.entry(0L, 8L), Map.entry(2000L, 5L));
    }

    @Test
    void whatEverybodyHasReadIsForgottenButNotWhereTheRestBegins() {
        for (int second = 0; second < 100; second++) {
            ends.look(at(second), second);
        }
        ends.readTo(90);

        assertThat(ends.size()).isEqualTo(10);
        assertThat(ends.passed(90)).contains(at(91));
        assertThat(ends.passed(89)).isEmpty();
    }

    @Test
    void aDayOfLooksFitsAndIsKnownToAnEighthOfItsAge() {
        long day = Duration.ofDays(1).toSeconds();
        for (long second = 0; second <= day; second += 2) {
            ends.look(at(second), 5 * second);
        }
        assertThat(ends.size()).isLessThanOrEqualTo(160);
        for (long second = 100; second < day; second += 100) {
            Instant told = ends.passed(5 * second).orElseThrow();
            double age = day - second;
            double error = Duration.between(at(second), told).toSeconds();
            // A look is 2 s wide at the best.
            assertThat(error).isBetween(0.0, age / 8 + 2);
        }
    }

    @Test
    void aWeekOfLooksStillFits() {
        for (long second = 0; second < Duration.ofDays(7).toSeconds(); second += 10) {
            ends.look(at(second), second);
        }
        assertThat(ends.size()).isLessThanOrEqualTo(160);
    }
}
