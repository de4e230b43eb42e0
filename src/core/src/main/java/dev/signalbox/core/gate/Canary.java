package dev.signalbox.core.gate;

import dev.signalbox.core.model.Reading;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Holds a replay after its first letters until those were consumed and none died again, and ends it when too many do.
///
/// Not thread-safe.
final class Canary {
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /// With a limit of deaths, no more than so many letters go unwatched.
    static final int WATCHED_BATCH = 500;

    /// A letter may die a moment after it was read: what looks well has to look well twice.
    private static final int LOOKS_TO_PASS = 2;

    private final Caution caution;
    private final Sight sight;
    private final LongSupplier nanos;
    private long nextLook;
    private int looksWell;

    /// What has become of the letters.
    interface Sight {
        Aftermath look() throws ConnectorException, InterruptedException;

        /// Told why the replay stands still.
        void holds(Problem why);
    }

    /// @param nanos a clock that never goes back
    Canary(Caution caution, Sight sight, LongSupplier nanos) {
        this.caution = caution;
        this.sight = sight;
        this.nanos = nanos;
        this.nextLook = nanos.getAsLong();
    }

    int largestBatch(long before) {
        long first = caution.canary().orElse(0);
        if (before < first) {
            return (int) (first - before);
        }
        return caution.stopAtPercent().isPresent() ? WATCHED_BATCH : Integer.MAX_VALUE;
    }

    /// Whether the next batch may go.
    ///
    /// @param admitted letters in the batches before it
    /// @param sent letters that are there for certain
    /// @param done whether none of those batches is under way any more
    /// @throws ConnectorException when the replay is to end here
    boolean admit(long admitted, long sent, boolean done)
            throws ConnectorException, InterruptedException {
        boolean holds =
                caution.canary().isPresent()
                        && admitted >= caution.canary().getAsInt()
                        && looksWell < LOOKS_TO_PASS;
        boolean watches = sent > 0 && caution.stopAtPercent().isPresent();
        if (!holds && !watches) {
            return true;
        }
        if ((holds && !done) || nanos.getAsLong() - nextLook < 0) {
            return !holds;
        }
        Aftermath aftermath = sight.look();
        nextLook = nanos.getAsLong() + BETWEEN_LOOKS.toNanos();
        long died = aftermath.diedAgain().value().orElse(0);
        if (watches && died * 100 >= caution.stopAtPercent().getAsInt() * sent) {
            throw stopped("canary.too-many", died, sent);
        }
        return !holds || isOver(aftermath, died);
    }

    private boolean isOver(Aftermath aftermath, long died) throws ConnectorException {
        if (died > 0) {
            throw stopped("canary.died", died, aftermath.sent());
        }
        if (aftermath.sent() == 0 || aftermath.consumed().value().orElse(-1) < aftermath.sent()) {
            looksWell = 0;
            sight.holds(
                    new Problem(
                            ProblemKind.TIMEOUT,
                            CoreTexts.get(
                                    "canary.waits", aftermath.sent(), words(aftermath.consumed())),
                            CoreTexts.get("canary.waits.remedy")));
            return false;
        }
        looksWell++;
        if (looksWell < LOOKS_TO_PASS) {
            return false;
        }
        if (aftermath.diedAgain() instanceof Reading.Unknown(String reason)) {
            throw stopped("canary.not-known", reason);
        }
        return true;
    }

    private static String words(Reading consumed) {
        return switch (consumed) {
            case Reading.Exact(long amount) -> CoreTexts.get("canary.read", amount);
            case Reading.Estimate(long amount, String _) -> CoreTexts.get("canary.read", amount);
            case Reading.Unknown(String reason) -> reason;
        };
    }

    private static ConnectorException stopped(String key, Object... arguments) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.CONFLICT,
                        CoreTexts.get(key, arguments),
                        CoreTexts.get("canary.stopped.remedy")));
    }
}
