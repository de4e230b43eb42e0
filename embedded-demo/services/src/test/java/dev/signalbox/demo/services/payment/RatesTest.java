package dev.signalbox.demo.services.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.demo.services.incident.Incident;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RatesTest {

    private final Incident poison = new Incident("poison-messages");
    private final Rates rates = new Rates(poison);

    @Test
    void everyCurrencyThatIsOrderedInHasARate() throws Exception {
        for (String currency : new String[] {"EUR", "USD", "GBP", "CHF", "XTS"}) {
            assertThat(rates.rate(currency)).as(currency).isPositive();
        }
    }

    @Test
    void whilePoisonIsOnThereIsNoneForXtsAndAllTheOthers() throws Exception {
        poison.switchOn(OptionalInt.empty());

        assertThatThrownBy(() -> rates.rate("XTS"))
                .isInstanceOf(UnknownCurrencyException.class)
                .hasMessage("No exchange rate for XTS");
        assertThat(rates.rate("USD")).isPositive();
    }

    @Test
    void aCurrencyNobodyKnowsHasNone() {
        assertThatThrownBy(() -> rates.rate("ZZZ")).isInstanceOf(UnknownCurrencyException.class);
    }
}
