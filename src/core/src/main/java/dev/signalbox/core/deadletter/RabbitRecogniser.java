package dev.signalbox.core.deadletter;

import dev.signalbox.core.deadletter.DeadLetter.Cause;
import dev.signalbox.core.deadletter.DeadLetter.Route;
import dev.signalbox.core.model.HeaderValue;
import dev.signalbox.core.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What RabbitMQ itself notes on a message it dead-letters: `x-death` in AMQP 0-9-1, `x-opt-deaths` in AMQP 1.0, the
/// newest death first, one entry for each queue and reason.
///
/// Of a message that died in several queues the newest death counts: that queue is where it is missing now.
final class RabbitRecogniser implements DeadLetterRecogniser {
    private static final List<String> DEATHS = List.of("x-death", "x-opt-deaths");

    @Override
    public boolean isFailureHeader(String name) {
        return DEATHS.contains(name)
                || name.startsWith("x-first-death-")
                || name.startsWith("x-last-death-")
                || name.equals("x-delivery-count")
                || name.equals("x-acquired-count");
    }

    @Override
    public Optional<DeadLetter> read(Message message) {
        Optional<HeaderValue.Table> death = newest(message);
        Optional<String> queue = queueOfLastDeath(message);
        Optional<String> reason =
                death.flatMap(table -> text(table, "reason"))
                        .or(
                                () ->
                                        HeaderText.first(
                                                message,
                                                "x-last-death-reason",
                                                "x-first-death-reason"));
        if (queue.isEmpty() && reason.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Findings(message, "RabbitMQ")
                        .origin(queue)
                        .route(death.flatMap(RabbitRecogniser::route))
                        .attempts(attempts(death, reason))
                        .cause(reason.map(why -> new Cause(why, "", "")))
                        .letter());
    }

    /// The queue in which the message died last.
    static Optional<String> queueOfLastDeath(Message message) {
        return newest(message)
                .flatMap(table -> text(table, "queue"))
                .or(() -> HeaderText.first(message, "x-last-death-queue", "x-first-death-queue"));
    }

    private static Optional<HeaderValue.Table> newest(Message message) {
        for (String name : DEATHS) {
            Optional<HeaderValue> value = message.headerContent(name);
            if (value.isPresent()
                    && value.get() instanceof HeaderValue.Listing(List<HeaderValue> deaths)
                    && !deaths.isEmpty()
                    && deaths.getFirst() instanceof HeaderValue.Table table) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    private static Optional<Route> route(HeaderValue.Table death) {
        Optional<String> exchange = death.field("exchange").map(HeaderValue::text);
        Optional<String> key =
                death.field("routing-keys")
                        .filter(HeaderValue.Listing.class::isInstance)
                        .map(HeaderValue.Listing.class::cast)
                        .flatMap(keys -> keys.values().stream().findFirst())
                        .map(HeaderValue::text);
        return exchange.flatMap(name -> key.map(each -> new Route(name, each)));
    }

    /// A rejection is an attempt, and the broker counts them; the other reasons count no attempts.
    private static OptionalInt attempts(
            Optional<HeaderValue.Table> death, Optional<String> reason) {
        if (!reason.equals(Optional.of("rejected"))
                || death.isEmpty()
                || !(death.get().field("count").orElse(null) instanceof HeaderValue.Whole count)) {
            return OptionalInt.empty();
        }
        return count.value() > 0 && count.value() <= Integer.MAX_VALUE
                ? OptionalInt.of((int) count.value())
                : OptionalInt.empty();
    }

    private static Optional<String> text(HeaderValue.Table table, String name) {
        return table.field(name).map(HeaderValue::text).filter(text -> !text.isBlank());
    }
}
