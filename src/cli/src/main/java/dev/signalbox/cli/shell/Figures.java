package dev.signalbox.cli.shell;

import dev.signalbox.core.metrics.Derived.Latency;
import dev.signalbox.core.model.Reading;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Figures as text. What is not known is a dash, an estimate has a tilde.
public final class Figures {
    public static final String UNKNOWN = "-";

    private static final long SECONDS_SHOWN_ALONE = 120;

    private Figures() {}

    public static String of(Reading reading) {
        return switch (reading) {
            case Reading.Exact exact -> Long.toString(exact.amount());
            case Reading.Estimate estimate -> "~" + estimate.amount();
            case Reading.Unknown _ -> UNKNOWN;
        };
    }

    public static String of(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : UNKNOWN;
    }

    /// With one decimal.
    public static String of(OptionalDouble value) {
        return value.isPresent()
                ? String.format(Locale.ROOT, "%.1f", value.getAsDouble())
                : UNKNOWN;
    }

    public static String percent(OptionalDouble share) {
        return share.isPresent()
                ? String.format(Locale.ROOT, "%.1f %%", share.getAsDouble() * 100)
                : UNKNOWN;
    }

    /// Such as `3400 ms`; `< 2 s` where it is shorter than what the polls can tell from nothing.
    public static String p95(Latency latency) {
        return isBelowResolution(latency)
                ? "< " + of(latency.resolution())
                : latency.p95().toMillis() + " ms";
    }

    /// Whether the 95th percentile cannot be told from nothing: then it is not a figure but a bound.
    public static boolean isBelowResolution(Latency latency) {
        return latency.p95().compareTo(latency.resolution()) < 0;
    }

    public static String of(Optional<Duration> duration) {
        return duration.map(Figures::of).orElse(UNKNOWN);
    }

    /// Such as `3.2 s`.
    public static String exact(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /// Such as `12 s`, `3 min 5 s`, `2 h 40 min` or `31 d 4 h`.
    public static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < SECONDS_SHOWN_ALONE) {
            return seconds + " s";
        }
        if (duration.toDays() >= 2) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
