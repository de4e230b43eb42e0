package dev.signalbox.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.MessageSelection.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LetterRangesTest {
    @Test
    void adjoiningAndOverlappingRangesBecomeOne() {
        assertThat(LetterRanges.joined(List.of(range(5, 9), range(0, 3), range(3, 6))))
                .containsExactly(range(0, 9));
    }

    @Test
    void aHoleSplitsARange() {
        assertThat(LetterRanges.without(List.of(range(0, 10)), List.of(range(3, 5))))
                .containsExactly(range(0, 3), range(5, 10));
    }

    @Test
    void otherPartitionsAreLeftAlone() {
        Range other = new Range(1, 0, 10);
        assertThat(LetterRanges.without(List.of(other), List.of(range(0, 10))))
                .containsExactly(other);
    }

    @Test
    void theyAgreeWithPlainSetsOfOffsets() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            List<Range> one = ranges(random);
            List<Range> other = ranges(random);
            Set<String> difference = offsets(one);
            difference.removeAll(offsets(other));
            Set<String> both = offsets(one);
            both.retainAll(offsets(other));

            assertThat(offsets(LetterRanges.without(one, other))).isEqualTo(difference);
            assertThat(offsets(LetterRanges.common(one, other))).isEqualTo(both);
            assertThat(LetterRanges.count(one)).isEqualTo(offsets(one).size());
        }
    }

    private static List<Range> ranges(Random random) {
        List<Range> ranges = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            long from = random.nextInt(20);
            ranges.add(new Range(random.nextInt(2), from, from + random.nextInt(6)));
        }
        return ranges;
    }

    private static Set<String> offsets(List<Range> ranges) {
        Set<String> offsets = new HashSet<>();
        for (Range range : ranges) {
            for (long offset = range.from(); offset < range.to(); offset++) {
                offsets.add(range.partition() + "@" + offset);
            }
        }
        return offsets;
    }

    private static Range range(long from, long to) {
        return new Range(0, from, to);
    }
}
