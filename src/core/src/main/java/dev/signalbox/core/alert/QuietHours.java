package dev.signalbox.core.alert;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The part of the day in which nobody is to be disturbed; it may go over midnight.
///
/// @param from included
/// @param to excluded
public record QuietHours(LocalTime from, LocalTime to) {
    /// `22:00-07:00`; empty for anything else.
    static Optional<QuietHours> parse(String words) {
        String[] ends = words.strip().split("\\s*-\\s*", -1);
        try {
            return ends.length == 2
                    ? Optional.of(
                            new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public boolean contains(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }
}
