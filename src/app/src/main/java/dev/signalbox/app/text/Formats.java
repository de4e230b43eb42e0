package dev.signalbox.app.text;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.core.model.Reading;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/// How figures are written. Thousands are set apart by a narrow space, which reads the same in every language.
public final class Formats {
    /// NARROW NO-BREAK SPACE: as thin as a thin space, and never the end of a line.
    private static final char GROUPING = '\u202F';

    private static final String[] SIZES = {"bytes", "kib", "mib", "gib", "tib", "pib"};

    private Formats() {}

    public static String number(long amount) {
        return format("#,##0", amount);
    }

    public static Shown number(OptionalLong amount, String reasonIfUnknown) {
        return amount.isPresent()
                ? Shown.of(number(amount.getAsLong()))
                : Shown.unknown(reasonIfUnknown);
    }

    public static Shown reading(Reading reading) {
        return reading(reading, Formats::number);
    }

    public static Shown bytes(Reading reading) {
        return reading(reading, Formats::bytes);
    }

    private static Shown reading(Reading reading, LongFunction<String> write) {
        return switch (reading) {
            case Reading.Exact exact -> Shown.of(write.apply(exact.amount()));
            case Reading.Estimate estimate ->
                    Shown.of(text("figure.estimate", write.apply(estimate.amount())))
                            .withHint(text("figure.estimate.hint", estimate.basis()));
            case Reading.Unknown unknown -> Shown.unknown(unknown.reason());
        };
    }

    /// Powers of 1024, three figures at most: `1.2 MiB`.
    public static String bytes(long amount) {
        double size = amount;
        int unit = 0;
        while (Math.abs(size) >= 1000 && unit < SIZES.length - 1) {
            size /= 1024;
            unit++;
        }
        String pattern = unit == 0 || Math.abs(size) >= 100 ? "0" : "0.0";
        return text("unit." + SIZES[unit], format(pattern, size));
    }

    /// Per second: `12.4/s`. What is more than nothing never reads as 0.
    public static String rate(double perSecond) {
        return text("unit.per-second", amount(perSecond));
    }

    public static Shown rate(OptionalDouble perSecond) {
        return perSecond.isPresent()
                ? Shown.of(rate(perSecond.getAsDouble()))
                : Shown.unknown(text("figure.too-early"));
    }

    public static String perMinute(double perMinute) {
        return text("unit.per-minute", amount(perMinute));
    }

    /// One decimal below 100, none from there.
    public static String amount(double amount) {
        if (amount > 0 && amount < 0.05) {
            return text("figure.less-than", format("0.0", 0.1));
        }
        return format(Math.abs(amount) < 100 ? "0.#" : "#,##0", amount);
    }

    /// Of a whole: 0.997 is `99.7 %`. Only all of it reads as 100, only none of it as 0.
    public static String share(double share) {
        double percent = share * 100;
        if (share < 1 && percent > 99.9) {
            return text("unit.percent-more-than", format("0.0", 99.9));
        }
        if (share > 0 && percent < 0.1) {
            return text("unit.percent-less-than", format("0.0", 0.1));
        }
        return text("unit.percent", format("0.#", percent));
    }

    public static Shown share(OptionalDouble share) {
        return share.isPresent()
                ? Shown.of(share(share.getAsDouble()))
                : Shown.unknown(text("figure.too-early"));
    }

    public static Shown optional(Optional<String> written) {
        return written.map(Shown::of).orElseGet(Shown::nothing);
    }

    private static String format(String pattern, Number amount) {
        DecimalFormatSymbols symbols =
                DecimalFormatSymbols.getInstance(Locale.getDefault(Locale.Category.FORMAT));
        symbols.setGroupingSeparator(GROUPING);
        return new DecimalFormat(pattern, symbols).format(amount);
    }
}
