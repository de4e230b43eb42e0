package dev.signalbox.demo.services.recommendation;

import dev.signalbox.demo.services.consumer.Effect;
import dev.signalbox.demo.services.consumer.Message;
import dev.signalbox.demo.services.consumer.MessageHandler;
import dev.signalbox.demo.services.consumer.ProcessingException;
import dev.signalbox.demo.services.event.OrderCompleted;
import dev.signalbox.demo.services.event.OrderLine;
import dev.signalbox.demo.services.incident.Incident;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Notes what a customer bought and works out what they may like next. While the incident
/// `slow-consumer` is on it takes its time.
final class Recommend implements MessageHandler {

    private static final Duration SLOW = Duration.ofMillis(1500);

    private final Incident slow;

    Recommend(Incident slow) {
        this.slow = slow;
    }

    @Override
    public Effect handle(Message message, Connection connection)
            throws SQLException, ProcessingException {
        OrderCompleted order = message.event(OrderCompleted.class);
        List<String> products = order.lines().stream().map(OrderLine::product).sorted().toList();
        for (String product : products) {
            Purchases.add(connection, order.customer(), product);
        }
        Purchases.recommend(connection, order.customer(), products, order.orderId());
        return Effect.DONE;
    }

    @Override
    public Duration delay() {
        return slow.take() ? SLOW : Duration.ZERO;
    }
}
