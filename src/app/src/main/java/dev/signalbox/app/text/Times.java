package dev.signalbox.app.text;

import static dev.signalbox.app.text.AppTexts.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// How times and spans of time are written: in the zone of this machine, days as they are written where the operator is,
/// times of day with 24 hours.
public final class Times {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    /// The month in letters: nobody takes a day for a month.
    private static final String DAY = "yMMMd";

    private static final String DAY_OF_YEAR = "MMMd";

    private Times() {}

    /// Two units at most: `240 ms`, `14 s`, `3 min 20 s`, `2 h 5 min`, `4 d 3 h`.
    public static String span(Duration span) {
        if (span.isNegative()) {
            // The clocks of two machines never quite agree.
            return text("unit.seconds", 0);
        }
        long seconds = span.toSeconds();
        if (seconds == 0 && !span.isZero()) {
            return text("unit.millis", Math.max(1, span.toMillis()));
        }
        if (seconds < 60) {
            return text("unit.seconds", seconds);
        }
        if (seconds < 3600) {
            return pair("unit.minutes", seconds / 60, "unit.seconds", seconds % 60);
        }
        if (seconds < 86_400) {
            return pair("unit.hours", seconds / 3600, "unit.minutes", seconds % 3600 / 60);
        }
        String days = Formats.number(seconds / 86_400);
        long hours = seconds % 86_400 / 3600;
        return hours == 0
                ? text("unit.days", days)
                : text("unit.pair", text("unit.days", days), text("unit.hours", hours));
    }

    private static String pair(String large, long count, String small, long rest) {
        return rest == 0
                ? text(large, count)
                : text("unit.pair", text(large, count), text(small, rest));
    }

    public static Shown span(Optional<Duration> span, String reasonIfUnknown) {
        return span.map(known -> Shown.of(span(known)))
                .orElseGet(() -> Shown.unknown(reasonIfUnknown));
    }

    /// `14 s ago`.
    public static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        return age.toSeconds() < 1 ? text("time.now") : text("time.ago", span(age));
    }

    /// The time of day, with the date unless it is that of `now`.
    public static String clock(Instant then, Instant now) {
        ZoneId zone = ZoneId.systemDefault();
        ZonedDateTime local = then.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        return local.toLocalDate().equals(today)
                ? TIME.format(local)
                : day(DAY, local) + " " + TIME.format(local);
    }

    /// As short as it can be told: the time of day for today, day and time for this year, else the day.
    public static String brief(Instant then, Instant now) {
        ZonedDateTime local = then.atZone(ZoneId.systemDefault());
        ZonedDateTime today = now.atZone(ZoneId.systemDefault());
        if (local.toLocalDate().equals(today.toLocalDate())) {
            return TIME.format(local);
        }
        return local.getYear() == today.getYear()
                ? day(DAY_OF_YEAR, local) + " " + MINUTE.format(local)
                : day(DAY, local);
    }

    /// To the millisecond, as messages have it.
    public static String exact(Instant then) {
        ZonedDateTime local = then.atZone(ZoneId.systemDefault());
        return day(DAY, local) + " " + MILLIS.format(local);
    }

    /// As it is written where the operator is.
    private static String day(String skeleton, ZonedDateTime local) {
        return DateTimeFormatter.ofLocalizedPattern(skeleton)
                .localizedBy(Locale.getDefault(Locale.Category.FORMAT))
                .format(local);
    }

    public static String timeOfDay(Instant then) {
        return TIME.format(then.atZone(ZoneId.systemDefault()));
    }
}
