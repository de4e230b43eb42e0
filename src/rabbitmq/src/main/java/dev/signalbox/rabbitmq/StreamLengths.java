package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.Queue.DeclareOk;
import com.rabbitmq.client.Channel;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Asks over AMQP how many messages streams hold: neither the paged list nor the Prometheus endpoint tells it.
final class StreamLengths {
    /// One question and answer each: of more streams the rest stays unknown.
    private static final int ASKED = 50;

    private final AmqpLink link;

    StreamLengths(AmqpLink link) {
        this.link = link;
    }

    Map<QueueKey, Count> read(Topology topology, Map<QueueKey, Count> known, List<Problem> gaps)
            throws InterruptedException {
        Map<QueueKey, Count> lengths = new HashMap<>();
        List<QueueKey> streams =
                topology.queues().values().stream()
                        .filter(QueueFacts::isStream)
                        .map(QueueFacts::key)
                        .filter(key -> known.getOrDefault(key, Count.UNKNOWN).total().isEmpty())
                        .limit(ASKED)
                        .toList();
        for (QueueKey stream : streams) {
            try {
                lengths.put(stream, ask(stream));
            } catch (ConnectorException e) {
                gaps.add(e.problem());
            }
        }
        return lengths;
    }

    private Count ask(QueueKey stream) throws ConnectorException, InterruptedException {
        Channel channel = Channels.open(link.shared(stream.vhost()), stream.name());
        try {
            DeclareOk answer = channel.queueDeclarePassive(stream.name());
            return Count.of(answer.getMessageCount(), 0, answer.getConsumerCount());
        } catch (IOException e) {
            throw RabbitProblems.exception(e, stream.name());
        } finally {
            Channels.close(channel);
        }
    }
}
