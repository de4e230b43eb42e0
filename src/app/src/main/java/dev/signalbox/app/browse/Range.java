package dev.signalbox.app.browse;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.text.Formats;
import javafx.util.StringConverter;

/// How many messages are to be read.
enum Range {
    NEWEST_100(100),
    NEWEST_1000(1_000),
    NEWEST_5000(5_000),
    /// All from a time on.
    SINCE(0),
    /// All from an offset on, where there is only one partition.
    FROM_OFFSET(0);

    private final int count;

    Range(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    static StringConverter<Range> words() {
        return new StringConverter<>() {
            @Override
            public String toString(Range range) {
                return switch (range) {
                    case SINCE -> text("browse.since");
                    case FROM_OFFSET -> text("browse.from-offset");
                    case NEWEST_100, NEWEST_1000, NEWEST_5000 ->
                            text("browse.newest", Formats.number(range.count));
                };
            }

            @Override
            public Range fromString(String words) {
                throw new UnsupportedOperationException(words);
            }
        };
    }
}
