package dev.signalbox.demo.services.order;

import dev.signalbox.demo.services.event.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// What can be ordered, by whom, and what it costs. Ids are those of the payment and stock schemas.
///
/// There are many customers and products so that two orders at the same time seldom want the same row:
/// a global transaction locks its customer's account and its products until it ends.
final class Catalogue {

    private static final int CUSTOMERS = 400;
    private static final int PRODUCTS = 400;
    private static final List<String> CURRENCIES =
            List.of("EUR", "EUR", "EUR", "USD", "GBP", "CHF");

    private Catalogue() {}

    static String anyCustomer(RandomGenerator random) {
        return String.format(Locale.ROOT, "C-%04d", 1 + random.nextInt(CUSTOMERS));
    }

    static String anyCurrency(RandomGenerator random) {
        return CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    }

    /// One or two pieces of a product.
    static Wish anyWish(RandomGenerator random) {
        String product = String.format(Locale.ROOT, "P-%04d", 1 + random.nextInt(PRODUCTS));
        return new Wish(product, 1 + random.nextInt(2));
    }

    /// The wish as a line of an order, with a price between 4.99 and 99.99 that depends on the product.
    static OrderLine line(Wish wish) {
        long price = 499 + Math.floorMod(wish.product().hashCode() * 37L, 96) * 100L;
        return new OrderLine(wish.product(), wish.quantity(), BigDecimal.valueOf(price, 2));
    }
}
