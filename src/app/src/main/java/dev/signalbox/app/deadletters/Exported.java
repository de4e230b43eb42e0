package dev.signalbox.app.deadletters;

import dev.signalbox.core.deadletter.LetterFilter;
import java.util.List;

/// Which letters of a place are written into a file.
sealed interface Exported {
    /// Letters that are at hand.
    record These(List<Letter> letters) implements Exported {
        public These {
            letters = List.copyOf(letters);
        }
    }

    /// All that the filter leaves, wherever in the place they lie.
    ///
    /// @param replayedToo also those that were replayed
    record Matching(LetterFilter filter, boolean replayedToo) implements Exported {}
}
