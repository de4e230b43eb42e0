package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.port.Action.ReplayDeadLetters;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.rabbitmq.Publisher.Outgoing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Says where the copy of a dead letter goes: to the exchange and routing key of its first death, or where the operator
/// says.
final class LetterRouter {
    private final Server server;
    private final QueueKey source;
    private final Optional<Way> to;
    private final MessageEdits edits;
    private final boolean asIs;
    private final ReplayHeaders replayHeaders;
    private final String places;
    private final Map<String, Boolean> exchanges = new HashMap<>();

    /// Where the operator wants all letters to go.
    ///
    /// @param name as the operator calls it
    /// @param exchange that leads there
    record Way(String name, String exchange) {}

    /// What a letter's way is.
    sealed interface Route {
        /// @param target for people
        /// @param queue that will hold it; empty where an exchange decides and nobody knows
        record Copy(String target, String queue, Outgoing message) implements Route {}

        /// Nothing in the letter says where it came from.
        record NoOrigin() implements Route {}

        /// It came from an exchange that is not there any more.
        record NoTarget(String exchange) implements Route {}

        /// It is not such that it could be changed as the operator wishes; as it is it is not wanted.
        record NotEditable() implements Route {}
    }

    LetterRouter(
            Server server,
            QueueKey source,
            Optional<Way> to,
            ReplayDeadLetters replay,
            UUID actionId) {
        this.server = server;
        this.source = source;
        this.to = to;
        this.edits = replay.edits();
        this.asIs = replay.asIs();
        this.replayHeaders = new ReplayHeaders(actionId, server.settings().rules());
        this.places = server.names().of(source) + "-0@";
    }

    /// How a message came to the queue in which it died first.
    ///
    /// @param queue where it died; empty where only a library tells of it
    record Origin(String exchange, String routingKey, String queue, @Nullable String expiration) {}

    Route route(Taken letter) throws ConnectorException, InterruptedException {
        // What is moved keeps its own routing key, whatever became of it before.
        Optional<Origin> origin = asIs ? Optional.empty() : origin(letter);
        if (to.isPresent()) {
            return copy(
                    letter,
                    to.get().name(),
                    to.get().exchange(),
                    origin.map(Origin::routingKey).orElse(letter.routingKey()),
                    origin);
        }
        if (origin.isEmpty()) {
            return new Route.NoOrigin();
        }
        String exchange = origin.get().exchange();
        String routingKey = origin.get().routingKey();
        if (exchange.startsWith(Line.PREFIX) && !origin.get().queue().isEmpty()) {
            // It had been put there by a restore, and that way is gone.
            return copy(letter, origin.get().queue(), "", origin.get().queue(), origin);
        }
        if (!exists(exchange)) {
            return new Route.NoTarget(exchange);
        }
        return copy(
                letter,
                exchange.isEmpty() ? routingKey : exchange + " / " + routingKey,
                exchange,
                routingKey,
                origin);
    }

    private Route copy(
            Taken letter,
            String target,
            String exchange,
            String routingKey,
            Optional<Origin> origin) {
        Optional<Taken> edited = edited(letter);
        if (edited.isEmpty()) {
            return new Route.NotEditable();
        }
        BasicProperties from = edited.get().properties();
        BasicProperties.Builder properties =
                from.builder()
                        .headers(
                                asIs
                                        ? Messages.ownHeaders(from)
                                        : replayHeaders.of(
                                                edited.get(), places + letter.position()));
        if (from.getUserId() != null
                && !from.getUserId().equals(server.settings().login().user())) {
            properties.userId(null);
        }
        // The server took it off when the message expired, so that the letter does not expire as
        // well.
        origin.map(Origin::expiration).ifPresent(properties::expiration);
        return new Route.Copy(
                target,
                queue(exchange, routingKey, origin),
                new Outgoing(exchange, routingKey, properties.build(), edited.get().body()));
    }

    /// Its routing key says where it goes, and stays what it is.
    private Optional<Taken> edited(Taken letter) {
        if (edits.isNone()) {
            return Optional.of(letter);
        }
        Message before = Messages.message(server.names().of(source), letter);
        return edits.applyTo(before.id(), before)
                .filter(after -> Objects.equals(after.key(), before.key()))
                .map(
                        after ->
                                letter.with(
                                        after.headers().equals(before.headers())
                                                ? letter.properties()
                                                : letter.properties()
                                                        .builder()
                                                        .headers(Tables.table(after.headers()))
                                                        .build(),
                                        Optional.ofNullable(after.value())
                                                .orElseGet(() -> Bytes.utf8(""))));
    }

    /// An exchange may have been bound to other queues since a letter died; the one where it died is as good as is known.
    private String queue(String exchange, String routingKey, Optional<Origin> origin) {
        if (exchange.isEmpty()) {
            return server.names().of(new QueueKey(source.vhost(), routingKey));
        }
        if (to.isPresent()) {
            return exchange.startsWith(Line.PREFIX) ? to.get().name() : "";
        }
        return origin.map(Origin::queue)
                .filter(name -> !name.isEmpty())
                .map(name -> server.names().of(new QueueKey(source.vhost(), name)))
                .orElse("");
    }

    private boolean exists(String exchange) throws ConnectorException, InterruptedException {
        Boolean known = exchanges.get(exchange);
        if (known == null) {
            known = exchange.isEmpty() || server.hasExchange(source.vhost(), exchange);
            exchanges.put(exchange, known);
        }
        return known;
    }

    /// Where the profile's own headers say; else the oldest death in `x-death`, which has the newest first; or what Spring's
    /// republisher notes.
    private Optional<Origin> origin(Taken letter) {
        DeadLetterRules rules = server.settings().rules();
        Optional<String> own =
                rules.hasOwnHeaders()
                        ? rules.ownOrigin(Messages.message("", letter))
                        : Optional.empty();
        return own.isPresent()
                ? own.map(queue -> new Origin("", queue, queue, null))
                : originByServer(letter);
    }

    private static Optional<Origin> originByServer(Taken letter) {
        Map<String, Object> headers = letter.headers();
        if (headers == null) {
            return Optional.empty();
        }
        if (headers.get("x-death") instanceof List<?> deaths
                && !deaths.isEmpty()
                && deaths.getLast() instanceof Map<?, ?> death
                && death.get("exchange") != null
                && death.get("routing-keys") instanceof List<?> keys
                && !keys.isEmpty()) {
            return Optional.of(
                    new Origin(
                            text(death.get("exchange")),
                            text(keys.getFirst()),
                            text(death.get("queue")),
                            death.get("original-expiration") == null
                                    ? null
                                    : text(death.get("original-expiration"))));
        }
        Object exchange = headers.get("x-original-exchange");
        Object routingKey = headers.get("x-original-routingKey");
        return exchange == null || routingKey == null
                ? Optional.empty()
                : Optional.of(new Origin(text(exchange), text(routingKey), "", null));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
