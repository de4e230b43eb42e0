package dev.signalbox.demo.services.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.demo.services.event.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NewOrderTest {

    @Test
    void anOrderCostsWhatItsLinesCost() {
        NewOrder order =
                new NewOrder(
                        "C-0001", List.of(new Wish("P-0001", 2), new Wish("P-0002", 1)), "EUR");

        BigDecimal first = order.lines().getFirst().price();
        BigDecimal second = order.lines().getLast().price();
        assertThat(order.amount()).isEqualByComparingTo(first.add(first).add(second));
    }

    @Test
    void theSameProductAlwaysCostsTheSameAndBetweenFiveAndAHundred() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            Wish wish = Catalogue.anyWish(random);
            OrderLine line = Catalogue.line(wish);
            assertThat(line).isEqualTo(Catalogue.line(wish));
            assertThat(line.price()).isBetween(new BigDecimal("4.99"), new BigDecimal("99.99"));
        }
    }

    @Test
    void anOrderOfNothingIsRefused() {
        assertThatThrownBy(() -> new NewOrder("C-0001", List.of(), "EUR"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProductWishedForTwiceIsRefused() {
        Wish wish = new Wish("P-0001", 1);

        assertThatThrownBy(() -> new NewOrder("C-0001", List.of(wish, wish), "EUR"))
                .hasMessageContaining("twice");
    }

    @Test
    void aLineOfLessThanOnePieceIsRefused() {
        assertThatThrownBy(() -> Catalogue.line(new Wish("P-0001", 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
