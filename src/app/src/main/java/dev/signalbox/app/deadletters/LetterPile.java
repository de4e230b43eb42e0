package dev.signalbox.app.deadletters;

import java.util.List;
import java.util.TreeSet;

/// The newest of many letters that stream by, as many as can be held in memory.
final class LetterPile {
    static final int MOST = 500;

    private static final int LEAST = 5;

    /// Letters may be large, and all of them are held.
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final TreeSet<Letter> newest = new TreeSet<>(Letter.NEWEST_FIRST);
    private long bytes;

    void add(Letter letter) {
        if (newest.add(letter)) {
            bytes += letter.message().size();
        }
        while (newest.size() > MOST || (bytes > MOST_BYTES && newest.size() > LEAST)) {
            bytes -= newest.removeLast().message().size();
        }
    }

    /// The newest first.
    List<Letter> letters() {
        return List.copyOf(newest);
    }
}
