package dev.signalbox.demo.services.stock;

import dev.signalbox.demo.services.broker.Topics;
import dev.signalbox.demo.services.consumer.Effect;
import dev.signalbox.demo.services.consumer.Message;
import dev.signalbox.demo.services.consumer.MessageHandler;
import dev.signalbox.demo.services.consumer.ProcessingException;
import dev.signalbox.demo.services.event.OrderShipped;
import dev.signalbox.demo.services.event.PaymentCaptured;
import dev.signalbox.demo.services.outbox.Outbox;
import dev.signalbox.demo.services.outbox.OutboxEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// Ships an order whose payment was captured.
final class ShipOrder implements MessageHandler {

    @Override
    public Effect handle(Message message, Connection connection)
            throws SQLException, ProcessingException {
        String orderId = message.event(PaymentCaptured.class).orderId();
        if (!StockBook.isReserved(connection, orderId)) {
            throw new ProcessingException("Nothing is reserved for order " + orderId);
        }
        OrderShipped shipped = new OrderShipped(orderId, "PARCEL-" + orderId, Instant.now());
        if (!StockBook.ship(connection, shipped)) {
            return Effect.NOTHING_LEFT_TO_DO;
        }
        Outbox.write(
                connection, OutboxEvent.inLocalTransaction(Topics.STOCK, shipped, message.xid()));
        return Effect.DONE;
    }
}
