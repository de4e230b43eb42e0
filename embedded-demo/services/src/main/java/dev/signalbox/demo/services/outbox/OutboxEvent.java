package dev.signalbox.demo.services.outbox;

import dev.signalbox.demo.services.event.Event;
import dev.signalbox.demo.services.json.Json;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event on its way to a topic.
///
/// @param messageId by which consumers recognise a second delivery
/// @param orderId key of the message: events of one order stay in order
/// @param xid the global transaction that placed the order, if known
/// @param awaitsCommit whether the row was written by a branch of that transaction, and so must wait for
///     its end
/// @param payload the event as JSON
public record OutboxEvent(
        String messageId,
        String topic,
        String orderId,
        @Nullable String xid,
        boolean awaitsCommit,
        String payload) {

    public OutboxEvent {
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(payload, "payload");
    }

    /// An event written by a branch of a global transaction.
    public static OutboxEvent inGlobalTransaction(String topic, Event event, String xid) {
        return of(topic, event, xid, true);
    }

    /// An event written by a local transaction that follows from an earlier message.
    ///
    /// @param xid passed on from that message
    public static OutboxEvent inLocalTransaction(String topic, Event event, @Nullable String xid) {
        return of(topic, event, xid, false);
    }

    private static OutboxEvent of(
            String topic, Event event, @Nullable String xid, boolean awaitsCommit) {
        return new OutboxEvent(
                UUID.randomUUID().toString(),
                topic,
                event.orderId(),
                xid,
                awaitsCommit,
                Json.text(event));
    }
}
