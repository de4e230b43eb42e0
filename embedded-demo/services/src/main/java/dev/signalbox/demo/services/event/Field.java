package dev.signalbox.demo.services.event;

import java.math.BigDecimal;
import java.util.Objects;

/// What a field of an event may hold. Anybody can send a message: what no service would send is refused
/// when it is read, before somebody computes with it or stores it.
final class Field {

    private static final int LONGEST_TEXT = 200;

    /// Digits before the point; beside it, what a `NUMERIC(12, 2)` has room for.
    private static final int MOST_DIGITS = 10;

    private static final int MOST_DECIMALS = 10;

    private Field() {}

    static void requireText(String value, String name) {
        Objects.requireNonNull(value, name);
        if (value.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(name + " has " + value.length() + " characters");
        }
    }

    static void requireAmount(BigDecimal value, String name) {
        Objects.requireNonNull(value, name);
        // 1e999999999 is soon written and never computed with
        long digits = (long) value.precision() - value.scale();
        if (value.scale() > MOST_DECIMALS || digits > MOST_DIGITS) {
            throw new IllegalArgumentException(name + " has too many digits");
        }
    }
}
