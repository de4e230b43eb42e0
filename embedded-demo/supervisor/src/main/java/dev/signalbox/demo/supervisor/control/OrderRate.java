package dev.signalbox.demo.supervisor.control;

/// Orders a second, as a customer would like to place them.
public final class OrderRate {
    public static final double MOST = 200;

    private OrderRate() {}

    /// The rate itself.
    ///
    /// @throws IllegalArgumentException if it is not between 0 and [#MOST]
    public static double checked(double rate) {
        if (!(rate >= 0 && rate <= MOST)) {
            throw new IllegalArgumentException("Orders per second must be 0 … " + (long) MOST);
        }
        return rate;
    }

    public static double parse(String text) {
        try {
            return checked(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Orders per second is no number: " + text, e);
        }
    }
}
