package dev.signalbox.demo.services.stock;

import dev.signalbox.demo.services.event.OrderLine;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// The wish to have goods reserved: an order, of which the stock service reads what concerns it.
///
/// @param lines kept in the order of their products, so that two reservations of the same products wait
///     for each other instead of locking each other out
record Reservation(String orderId, List<OrderLine> lines) {

    Reservation {
        Objects.requireNonNull(orderId, "orderId");
        lines = lines.stream().sorted(Comparator.comparing(OrderLine::product)).toList();
    }
}
