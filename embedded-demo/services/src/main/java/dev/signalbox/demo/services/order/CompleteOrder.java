package dev.signalbox.demo.services.order;

import dev.signalbox.demo.services.broker.Topics;
import dev.signalbox.demo.services.consumer.Effect;
import dev.signalbox.demo.services.consumer.Message;
import dev.signalbox.demo.services.consumer.MessageHandler;
import dev.signalbox.demo.services.consumer.ProcessingException;
import dev.signalbox.demo.services.event.OrderCompleted;
import dev.signalbox.demo.services.event.OrderShipped;
import dev.signalbox.demo.services.outbox.Outbox;
import dev.signalbox.demo.services.outbox.OutboxEvent;
import java.sql.Connection;
import java.sql.SQLException;

/// Completes an order that was shipped and asks for a recommendation for its customer.
final class CompleteOrder implements MessageHandler {

    private final OrderCounters counters;

    CompleteOrder(OrderCounters counters) {
        this.counters = counters;
    }

    @Override
    public Effect handle(Message message, Connection connection)
            throws SQLException, ProcessingException {
        OrderShipped shipped = message.event(OrderShipped.class);
        OrderCompleted completed =
                OrderBook.completed(connection, shipped.orderId())
                        .orElseThrow(
                                () ->
                                        new ProcessingException(
                                                "There is no order " + shipped.orderId()));
        if (!OrderBook.complete(connection, shipped.orderId(), shipped.parcel())) {
            return Effect.NOTHING_LEFT_TO_DO;
        }
        Outbox.write(
                connection,
                OutboxEvent.inLocalTransaction(Topics.RECOMMENDATIONS, completed, message.xid()));
        return Effect.DONE;
    }

    @Override
    public void done() {
        counters.completed.increment();
    }
}
