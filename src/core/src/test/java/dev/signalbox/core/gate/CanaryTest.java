package dev.signalbox.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.model.Reading;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CanaryTest {
    private final List<Problem> told = new ArrayList<>();
    private long now;
    private int looks;
    private Aftermath seen = after(10, 0, 0);

    private final Canary.Sight sight =
            new Canary.Sight() {
                @Override
                public Aftermath look() {
                    looks++;
                    return seen;
                }

                @Override
                public void holds(Problem why) {
                    told.add(why);
                }
            };

    @Test
    void withoutCautionNobodyLooks() throws Exception {
        Canary none = canary(Caution.NONE);

        assertThat(none.admit(1_000, 1_000, true)).isTrue();
        assertThat(none.largestBatch(0)).isEqualTo(Integer.MAX_VALUE);
        assertThat(looks).isZero();
    }

    @Test
    void theFirstBatchesAreTheCanaryAndNoMore() {
        Canary ten = canary(canaryOf(10));

        assertThat(ten.largestBatch(0)).isEqualTo(10);
        assertThat(ten.largestBatch(7)).isEqualTo(3);
        assertThat(ten.largestBatch(10)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void theOthersWaitUntilTheFirstWereReadAndLookedWellTwice() throws Exception {
        Canary ten = canary(canaryOf(10));
        assertThat(ten.admit(4, 4, true)).isTrue();

        assertThat(ten.admit(10, 10, true)).isFalse();
        assertThat(told).hasSize(1);
        seen = after(10, 10, 0);
        assertThat(ten.admit(10, 10, true)).as("it looks again after a while only").isFalse();
        assertThat(looks).isEqualTo(1);
        later();
        assertThat(ten.admit(10, 10, true)).isFalse();
        later();
        assertThat(ten.admit(10, 10, true)).isTrue();
        later();
        assertThat(ten.admit(10, 10, true)).isTrue();
        seen = after(20, 0, 5);
        assertThat(ten.admit(20, 20, true)).isTrue();
    }

    @Test
    void aCanaryThatIsUnderWayIsWaitedForBeforeAnybodyLooks() throws Exception {
        Canary ten = canary(canaryOf(10));

        assertThat(ten.admit(10, 0, false)).isFalse();
        assertThat(looks).isZero();
        seen = after(0, 0, 0);
        assertThat(ten.admit(10, 0, true)).isFalse();
        later();
        assertThat(ten.admit(10, 0, true)).as("of nothing nothing follows").isFalse();
    }

    @Test
    void aCanaryThatDiesEndsTheReplay() {
        seen = after(10, 10, 1);

        assertThatThrownBy(() -> canary(canaryOf(10)).admit(10, 10, true))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("1 of the first 10");
    }

    @Test
    void whatIsNotKnownNeverPasses() throws Exception {
        Canary ten = canary(canaryOf(10));
        seen = new Aftermath(10, Reading.unknown("Nobody reads orders."), Reading.of(0));
        assertThat(ten.admit(10, 10, true)).isFalse();
        assertThat(told.getFirst().summary()).contains("Nobody reads orders.");
        seen = new Aftermath(10, Reading.of(10), Reading.unknown("It holds 3 more."));
        later();
        assertThat(ten.admit(10, 10, true)).isFalse();
        later();

        assertThatThrownBy(() -> ten.admit(10, 10, true))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("It holds 3 more.");
    }

    @Test
    void tooManyDeathsEndTheReplayAndFewerDoNot() throws Exception {
        Canary five =
                canary(new Caution(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(5)));
        assertThat(five.largestBatch(3)).isEqualTo(Canary.WATCHED_BATCH);
        assertThat(five.admit(0, 0, true)).isTrue();
        assertThat(looks).isZero();
        seen = after(1_000, 500, 49);
        assertThat(five.admit(1_000, 1_000, true)).isTrue();
        later();
        seen = after(1_000, 500, 50);

        assertThatThrownBy(() -> five.admit(1_000, 1_000, true))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("50 of");
    }

    private void later() {
        now += Canary.BETWEEN_LOOKS.toNanos();
    }

    private Canary canary(Caution caution) {
        return new Canary(caution, sight, () -> now);
    }

    private static Caution canaryOf(int letters) {
        return new Caution(OptionalInt.empty(), OptionalInt.of(letters), OptionalInt.empty());
    }

    private static Aftermath after(long sent, long consumed, long died) {
        return new Aftermath(sent, Reading.of(consumed), Reading.of(died));
    }
}
