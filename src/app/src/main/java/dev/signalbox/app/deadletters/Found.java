package dev.signalbox.app.deadletters;

import dev.signalbox.core.deadletter.CauseGroups;
import dev.signalbox.core.problem.Problem;
import java.util.List;
import java.util.Optional;

/// What a survey has found of the letters that are meant, so far or for good.
///
/// @param causes of all of them
/// @param newest of them, the newest first
/// @param read letters looked at, meant or not
/// @param replayed letters that would be meant, and were replayed: they count only where they are shown
/// @param running whether more may be found
/// @param problem why it ended before its time
record Found(
        CauseGroups.Summary causes,
        List<Letter> newest,
        long read,
        long replayed,
        boolean running,
        Optional<Problem> problem) {
    static final Found NOTHING =
            new Found(
                    new CauseGroups.Summary(0, List.of(), 0),
                    List.of(),
                    0,
                    0,
                    false,
                    Optional.empty());

    Found {
        newest = List.copyOf(newest);
    }

    /// How many letters are meant, as far as they have been looked at.
    long letters() {
        return causes.letters();
    }

    Found ended(Optional<Problem> why) {
        return new Found(causes, newest, read, replayed, false, why);
    }

    /// The same after more letters have been looked at, none of which is meant.
    Found read(long count) {
        return new Found(causes, newest, Math.max(read, count), replayed, running, problem);
    }

    static Found begun() {
        return new Found(NOTHING.causes(), List.of(), 0, 0, true, Optional.empty());
    }
}
