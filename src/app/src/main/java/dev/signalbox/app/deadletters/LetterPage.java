package dev.signalbox.app.deadletters;

import java.util.List;

/// What was read of a place.
///
/// @param letters the newest first
/// @param all whether that is all there is
record LetterPage(List<Letter> letters, boolean all) {
    static final LetterPage NOTHING = new LetterPage(List.of(), true);

    LetterPage {
        letters = List.copyOf(letters);
    }
}
