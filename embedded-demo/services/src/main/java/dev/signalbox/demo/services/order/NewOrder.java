package dev.signalbox.demo.services.order;

import dev.signalbox.demo.services.event.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/// An order as it comes in.
///
/// @param currency ISO 4217
record NewOrder(String customer, List<Wish> wishes, String currency) {

    NewOrder {
        Objects.requireNonNull(customer, "customer");
        wishes = List.copyOf(Objects.requireNonNull(wishes, "wishes"));
        Objects.requireNonNull(currency, "currency");
        if (wishes.isEmpty()) {
            throw new IllegalArgumentException("an order needs at least one wish");
        }
        if (wishes.stream().map(Wish::product).distinct().count() < wishes.size()) {
            throw new IllegalArgumentException("a product is wished for twice");
        }
    }

    List<OrderLine> lines() {
        return wishes.stream().map(Catalogue::line).toList();
    }

    BigDecimal amount() {
        return lines().stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
