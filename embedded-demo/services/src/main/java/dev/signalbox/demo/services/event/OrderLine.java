package dev.signalbox.demo.services.event;

import java.math.BigDecimal;

/// One line of an order.
///
/// @param quantity at least one
/// @param price of one piece, in the order's currency
public record OrderLine(String product, int quantity, BigDecimal price) {

    public OrderLine {
        Field.requireText(product, "product");
        Field.requireAmount(price, "price");
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity " + quantity + " of " + product);
        }
    }

    /// What the line costs.
    public BigDecimal amount() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
