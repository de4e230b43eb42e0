package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.port.Action.PublishMessage;
import dev.signalbox.core.port.Outcome;
import dev.signalbox.core.port.Outcome.Result;
import dev.signalbox.core.port.Outcome.StepOutcome;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.port.Plan.Effect;
import dev.signalbox.core.port.Plan.Reversal;
import dev.signalbox.core.port.Plan.Unit;
import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.rabbitmq.Publisher.Answer;
import dev.signalbox.rabbitmq.Publisher.Outgoing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Sends one message to a queue, or to an exchange with the key as its routing key; mandatory and confirmed.
///
/// Needs write on the exchange; for a queue with a key other than its name, what [Line] needs.
final class PublishAction {
    private static final int PERSISTENT = 2;

    private final Server server;

    PublishAction(Server server) {
        this.server = server;
    }

    Plan plan(PublishMessage publish) throws ConnectorException, InterruptedException {
        PlanDraft draft = new PlanDraft(server.id(), server.clock().instant(), RabbitTexts::get);
        check(publish);
        checkProperties(publish, server.settings().login().user());
        boolean toQueue = isQueue(publish.target());
        String key = routingKey(publish).orElse("");
        draft.step(
                toQueue
                        ? RabbitTexts.get("publish.step", publish.target())
                        : RabbitTexts.get("publish.step-exchange", publish.target(), key),
                1);
        Message message =
                new Message(
                        new MessageId(publish.target(), 0, 0),
                        null,
                        TimestampType.NONE,
                        publish.key(),
                        publish.value(),
                        publish.headers(),
                        publish.properties());
        draft.show(message);
        draft.note("publish-confirmed");
        if (!toQueue) {
            draft.note("publish-exchange", publish.target());
        }
        return draft.plan(
                publish,
                new Effect(Unit.MESSAGES, 1, true, OptionalLong.of(message.size())),
                Reversal.NOT_NEEDED);
    }

    private static void check(PublishMessage publish) throws ConnectorException {
        if (publish.partition().orElse(0) != 0) {
            throw RabbitProblems.exception(ProblemKind.INVALID, "publish.partition");
        }
        Bytes key = publish.key();
        if (key != null && (key.text().isEmpty() || key.size() > 255)) {
            throw RabbitProblems.exception(ProblemKind.INVALID, "publish.key");
        }
        Set<String> names = new HashSet<>();
        for (Header header : publish.headers()) {
            if (!names.add(header.name())) {
                throw RabbitProblems.exception(
                        ProblemKind.INVALID, "publish.header-twice", header.name());
            }
        }
    }

    private static Optional<String> routingKey(PublishMessage publish) {
        return Optional.ofNullable(publish.key()).flatMap(Bytes::text);
    }

    /// @throws ConnectorException `NOT_FOUND` where it is neither a queue nor an exchange
    private boolean isQueue(String name) throws ConnectorException, InterruptedException {
        QueueKey key = server.names().key(name);
        if (server.hasQueue(key)) {
            return true;
        }
        if (!name.isEmpty() && server.hasExchange(key.vhost(), key.name())) {
            return false;
        }
        throw RabbitProblems.exception(ProblemKind.NOT_FOUND, "target.missing", name);
    }

    Outcome execute(PublishMessage publish) throws ConnectorException, InterruptedException {
        QueueKey key = server.names().key(publish.target());
        boolean toQueue = isQueue(publish.target());
        return Undisturbed.run(() -> send(publish, key, toQueue));
    }

    private Outcome send(PublishMessage publish, QueueKey key, boolean toQueue)
            throws ConnectorException, InterruptedException {
        String routingKey = routingKey(publish).orElse(toQueue ? key.name() : "");
        try (Publisher publisher = Publisher.open(server, key.vhost(), "publish")) {
            if (!toQueue) {
                return send(publisher, publish, key.name(), routingKey);
            }
            if (routingKey.equals(key.name())) {
                return send(publisher, publish, "", routingKey);
            }
            try (Line line = Line.open(server, publisher.channel(), key)) {
                return send(publisher, publish, line.exchange(), routingKey);
            }
        }
    }

    private Outcome send(
            Publisher publisher, PublishMessage publish, String exchange, String routingKey)
            throws ConnectorException, InterruptedException {
        Bytes value = publish.value();
        Answer answer =
                publisher.send(
                        List.of(
                                new Outgoing(
                                        exchange,
                                        routingKey,
                                        properties(publish),
                                        value == null ? Bytes.utf8("") : value)));
        return switch (answer.fates().getFirst()) {
            case CONFIRMED ->
                    new Outcome(
                            Result.SUCCEEDED,
                            1,
                            List.of(
                                    new StepOutcome(
                                            RabbitTexts.get("publish.done", publish.target()),
                                            1,
                                            Optional.empty())),
                            Optional.empty());
            case RETURNED ->
                    throw RabbitProblems.exception(
                            ProblemKind.NOT_FOUND,
                            "publish.returned",
                            publish.target(),
                            routingKey);
            case REFUSED ->
                    throw RabbitProblems.exception(
                            ProblemKind.CONFLICT, "publish.refused", publish.target());
            case UNKNOWN, NEVER_LEFT ->
                    throw new ConnectorException(
                            answer.problem()
                                    .filter(problem -> problem.kind() != ProblemKind.TIMEOUT)
                                    .orElseGet(
                                            () ->
                                                    RabbitProblems.problem(
                                                            ProblemKind.TIMEOUT,
                                                            "publish.in-doubt",
                                                            publish.target())));
        };
    }

    private BasicProperties properties(PublishMessage publish) {
        Message message =
                new Message(
                        new MessageId(publish.target(), 0, 0),
                        server.clock().instant(),
                        TimestampType.CREATE_TIME,
                        null,
                        null,
                        publish.headers(),
                        publish.properties());
        BasicProperties properties = Messages.properties(message, server.settings().login().user());
        return properties.getDeliveryMode() == null
                ? properties.builder().deliveryMode(PERSISTENT).build()
                : properties;
    }

    /// What would be left out silently is refused.
    private static void checkProperties(PublishMessage publish, String user)
            throws ConnectorException {
        Set<String> names = new HashSet<>();
        for (Header property : publish.properties()) {
            String value = property.text().orElse("");
            if (!names.add(property.name())
                    || !Messages.isProperty(property.name(), value)
                    || (property.name().equals(Messages.USER_ID) && !value.equals(user))) {
                throw RabbitProblems.exception(
                        ProblemKind.INVALID,
                        "publish.property",
                        property.name(),
                        value,
                        String.join(", ", Messages.propertyNames()));
            }
        }
    }
}
