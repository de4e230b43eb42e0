package dev.signalbox.demo.services.order;

import java.util.Objects;

/// A customer wants so many of a product.
record Wish(String product, int quantity) {

    Wish {
        Objects.requireNonNull(product, "product");
    }
}
