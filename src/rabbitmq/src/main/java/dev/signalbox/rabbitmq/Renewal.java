package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.rabbitmq.Publisher.Answer;
import dev.signalbox.rabbitmq.Publisher.Fate;
import dev.signalbox.rabbitmq.Publisher.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Saves messages that a look would cost. How often a message was delivered is known only once it is in hand, and then
/// giving it back counts too: a console that has just begun may be the one that goes past the limit, and the server would
/// drop the message. Such messages go to the end of their queue as copies, which nobody has delivered yet; each leaves its
/// place once its copy is confirmed. A crash between the two leaves both.
///
/// Of a read-only profile only what would be lost for certain is saved so; what has one delivery left is given back, and the
/// next look is refused.
///
/// Needs the permission to write to the default exchange; to keep the routing key, what [Line] needs.
final class Renewal {
    private static final int BATCH = 500;

    private final Server server;
    private final QueueFacts queue;
    private final Held held;
    private final OptionalLong limit;

    Renewal(Server server, QueueFacts queue, Held held)
            throws ConnectorException, InterruptedException {
        this.server = server;
        this.queue = queue;
        this.held = held;
        this.limit = DeliveryLimit.of(queue, server.version());
    }

    /// Notes that a message was taken and is to go back.
    ///
    /// @throws ConnectorException `CONFLICT` when that would have cost it, and all like it have been renewed: who looks
    ///     again sees them
    void see(Taken taken) throws ConnectorException {
        if (!isSpent(taken)) {
            server.limits().seen(queue.key(), taken);
            return;
        }
        String name = server.names().of(queue.key());
        long renewed = Undisturbed.run(() -> renew(taken));
        server.limits().renewed(queue.key());
        throw RabbitProblems.exception(ProblemKind.CONFLICT, "browse.renewed", name, renewed);
    }

    private boolean isSpent(Taken taken) {
        return limit.isPresent()
                && (server.setup().readOnly()
                        ? DeliveryLimit.isLost(taken, limit.getAsLong())
                        : DeliveryLimit.isSpent(taken, limit.getAsLong()));
    }

    /// Goes on to the end of the queue as it is now: whatever was handed out already would be dropped as well.
    private long renew(Taken first) throws ConnectorException, InterruptedException {
        held.keepEarlier();
        long left = server.ready(queue.key()) + held.unread();
        long renewed = 0;
        try (Publisher publisher =
                Publisher.open(server, queue.key().vhost(), "renew " + queue.key().name())) {
            Optional<Line> line = line(publisher);
            List<Taken> batch = new ArrayList<>(List.of(first));
            Optional<Taken> next = Optional.of(first);
            while (next.isPresent()) {
                next = left-- > 0 ? held.next() : Optional.empty();
                next.filter(this::isSpent).ifPresent(batch::add);
                if (batch.size() == BATCH || next.isEmpty()) {
                    send(batch, publisher, line);
                    renewed += batch.size();
                    batch.clear();
                }
            }
            line.ifPresent(Line::close);
        }
        held.settle();
        return renewed;
    }

    /// A way that keeps the routing key, where we may make one. A refusal costs the channel it is asked on.
    private Optional<Line> line(Publisher publisher)
            throws ConnectorException, InterruptedException {
        Channel channel = Channels.open(publisher.channel().getConnection(), queue.key().name());
        try {
            return Optional.of(Line.open(server, channel, queue.key()));
        } catch (ConnectorException e) {
            if (e.problem().kind() == ProblemKind.AUTHORIZATION) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void send(List<Taken> batch, Publisher publisher, Optional<Line> line)
            throws ConnectorException, InterruptedException {
        if (batch.isEmpty()) {
            return;
        }
        Answer answer = publisher.send(batch.stream().map(taken -> copy(taken, line)).toList());
        List<Long> renewed = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (answer.fates().get(i) == Fate.CONFIRMED) {
                renewed.add(batch.get(i).tag());
            }
        }
        held.acknowledge(renewed);
        if (renewed.size() < batch.size()) {
            throw new ConnectorException(answer.problem().orElseGet(this::refused));
        }
    }

    private Problem refused() {
        return RabbitProblems.problem(
                ProblemKind.CONFLICT, "restore.refused", server.names().of(queue.key()));
    }

    private Outgoing copy(Taken taken, Optional<Line> line) {
        BasicProperties from = taken.properties();
        BasicProperties.Builder properties = from.builder().headers(Messages.ownHeaders(from));
        if (from.getUserId() != null
                && !from.getUserId().equals(server.settings().login().user())) {
            properties.userId(null);
        }
        return line.map(
                        way ->
                                new Outgoing(
                                        way.exchange(),
                                        taken.routingKey(),
                                        properties.build(),
                                        taken.body()))
                .orElseGet(
                        () ->
                                new Outgoing(
                                        "", queue.key().name(), properties.build(), taken.body()));
    }
}
