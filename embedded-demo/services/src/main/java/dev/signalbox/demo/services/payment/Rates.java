package dev.signalbox.demo.services.payment;

import dev.signalbox.demo.services.incident.Incident;
import java.math.BigDecimal;
import java.util.Map;

/// Exchange rates to the euro. While the incident `poison-messages` is on there is none for `XTS`.
final class Rates {

    private static final String POISON = "XTS";
    private static final Map<String, BigDecimal> RATES =
            Map.of(
                    "EUR",
                    new BigDecimal("1"),
                    "USD",
                    new BigDecimal("0.92"),
                    "GBP",
                    new BigDecimal("1.17"),
                    "CHF",
                    new BigDecimal("1.04"),
                    POISON,
                    new BigDecimal("1"));

    private final Incident poison;

    Rates(Incident poison) {
        this.poison = poison;
    }

    /// How many euros one unit of the currency is worth.
    BigDecimal rate(String currency) throws UnknownCurrencyException {
        BigDecimal rate = RATES.get(currency);
        if (rate == null || (currency.equals(POISON) && poison.isOn())) {
            throw new UnknownCurrencyException(currency);
        }
        return rate;
    }
}
