package dev.signalbox.app.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.gate.Aftermath;
import dev.signalbox.core.gate.Caution;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.gate.Operation.Status;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void theTimeLeftFollowsFromTheRateSoFar() {
        Pace pace = Pace.of(run(250, 1_000, Optional.empty()), START.plusSeconds(5));

        assertThat(pace.perSecond()).hasValue(50);
        assertThat(pace.left()).contains(Duration.ofSeconds(15));
        assertThat(pace.share()).hasValue(0.25);
    }

    @Test
    void beforeAnythingIsDoneNothingIsForetold() {
        Pace pace = Pace.of(run(0, 1_000, Optional.empty()), START.plusSeconds(60));

        assertThat(pace.perSecond()).isEmpty();
        assertThat(pace.left()).isEmpty();
        assertThat(pace.elapsed()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theFirstMomentSaysNothingAboutTheRest() {
        Pace pace = Pace.of(run(10, 1_000, Optional.empty()), START.plusMillis(200));

        assertThat(pace.left()).isEmpty();
    }

    @Test
    void whatHasEndedTookAsLongAsItTook() {
        Pace pace =
                Pace.of(
                        run(1_000, 1_000, Optional.of(START.plusSeconds(20))),
                        START.plusSeconds(500));

        assertThat(pace.elapsed()).isEqualTo(Duration.ofSeconds(20));
        assertThat(pace.left()).isEmpty();
    }

    @Test
    void moreThanWasPlannedIsStillNoMoreThanAll() {
        Pace pace = Pace.of(run(12, 10, Optional.empty()), START.plusSeconds(2));

        assertThat(pace.share()).hasValue(1);
        assertThat(pace.left()).isEmpty();
    }

    private static Run run(long done, long total, Optional<Instant> endedAt) {
        Operation.State state =
                new Operation.State(
                        endedAt.isPresent() ? Status.SUCCEEDED : Status.RUNNING,
                        done,
                        total,
                        Optional.empty(),
                        Optional.empty(),
                        endedAt);
        return new Run(new Standing(state), state, false, Optional.empty());
    }

    /// An operation that stands still.
    private record Standing(State state) implements Operation {
        @Override
        public UUID id() {
            return new UUID(0, 1);
        }

        @Override
        public Profile profile() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Plan plan() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant startedAt() {
            return START;
        }

        @Override
        public void cancel() {}

        @Override
        public Caution caution() {
            return Caution.NONE;
        }

        @Override
        public boolean canPause() {
            return false;
        }

        @Override
        public boolean isPausing() {
            return false;
        }

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public Optional<Aftermath> aftermath() {
            return Optional.empty();
        }

        @Override
        public State await() {
            return state;
        }
    }
}
