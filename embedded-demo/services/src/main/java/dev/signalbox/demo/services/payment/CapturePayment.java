package dev.signalbox.demo.services.payment;

import dev.signalbox.demo.services.broker.Topics;
import dev.signalbox.demo.services.consumer.Effect;
import dev.signalbox.demo.services.consumer.Message;
import dev.signalbox.demo.services.consumer.MessageHandler;
import dev.signalbox.demo.services.consumer.ProcessingException;
import dev.signalbox.demo.services.event.OrderCreated;
import dev.signalbox.demo.services.event.PaymentCaptured;
import dev.signalbox.demo.services.incident.Incident;
import dev.signalbox.demo.services.outbox.Outbox;
import dev.signalbox.demo.services.outbox.OutboxEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// Captures the payment of an order that was placed.
final class CapturePayment implements MessageHandler {

    private final Rates rates;
    private final Incident poison;

    CapturePayment(Rates rates, Incident poison) {
        this.rates = rates;
        this.poison = poison;
    }

    @Override
    public Effect handle(Message message, Connection connection)
            throws SQLException, ProcessingException {
        OrderCreated order = message.event(OrderCreated.class);
        if (!PaymentBook.isAuthorised(connection, order.orderId())) {
            throw new CaptureFailedException(order.orderId());
        }
        BigDecimal rate = rate(order);
        PaymentCaptured captured =
                new PaymentCaptured(
                        order.orderId(),
                        order.customer(),
                        order.amount(),
                        order.currency(),
                        order.amount().multiply(rate).setScale(2, RoundingMode.HALF_EVEN),
                        Instant.now());
        if (!PaymentBook.capture(connection, captured, rate)) {
            return Effect.NOTHING_LEFT_TO_DO;
        }
        Outbox.write(
                connection,
                OutboxEvent.inLocalTransaction(Topics.PAYMENTS, captured, message.xid()));
        return Effect.DONE;
    }

    /// Counts the letters that the incident has caused; it switches itself off when they are enough.
    @Override
    public void deadLettered(Exception cause) {
        if (cause.getCause() instanceof UnknownCurrencyException) {
            poison.take();
        }
    }

    private BigDecimal rate(OrderCreated order) throws CaptureFailedException {
        try {
            return rates.rate(order.currency());
        } catch (UnknownCurrencyException e) {
            throw new CaptureFailedException(order.orderId(), e);
        }
    }
}
