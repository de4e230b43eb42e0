package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Reads streams from an offset on. Nothing about them changes by it; positions are their offsets.
final class StreamBrowser {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(2);
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final int PREFETCH = 500;
    private static final String OFFSET = "x-stream-offset";

    private final Server server;

    StreamBrowser(Server server) {
        this.server = server;
    }

    MessageStream browse(QueueFacts stream, MessageSelection selection, long limit)
            throws ConnectorException, InterruptedException {
        String name = server.names().of(stream.key());
        Chosen chosen = Chosen.of(name, selection);
        long end = end(stream.key(), name);
        if (end == 0 || limit <= 0) {
            return new Reading(Optional.empty(), name, chosen, 0, 0);
        }
        long first = firstOffset(stream.key(), name);
        long from =
                switch (selection) {
                    case MessageSelection.All _, MessageSelection.Since _ -> first;
                    case MessageSelection.Newest(int count) ->
                            Math.max(first, end - Math.min(count, limit));
                    case MessageSelection.Ids(List<MessageId> ids) ->
                            ids.stream().mapToLong(MessageId::position).min().orElse(end);
                    case MessageSelection.Ranges(List<Range> ranges) ->
                            ranges.stream().mapToLong(Range::from).min().orElse(end);
                };
        if (from >= end) {
            return new Reading(Optional.empty(), name, chosen, 0, 0);
        }
        Object offset =
                selection instanceof MessageSelection.Since(Instant time)
                        ? Date.from(time)
                        : (Object) from;
        return new Reading(
                Optional.of(Source.open(server, stream.key(), name, offset)),
                name,
                chosen,
                end,
                limit);
    }

    /// The offset behind the last message; 0 for an empty stream. The count that a passive declare tells lags behind, so
    /// the last chunk is read to its end.
    private long end(QueueKey key, String name) throws ConnectorException, InterruptedException {
        try (Source source = Source.open(server, key, name, "last")) {
            long end = 0;
            Optional<Delivery> last = source.poll(name, FIRST_ANSWER);
            while (last.isPresent()) {
                end = offset(last.get()) + 1;
                last = source.poll(name, QUIET);
            }
            return end;
        }
    }

    private long firstOffset(QueueKey key, String name)
            throws ConnectorException, InterruptedException {
        try (Source source = Source.open(server, key, name, "first")) {
            return offset(source.next(name));
        }
    }

    private static long offset(Delivery delivery) {
        Map<String, Object> headers = delivery.getProperties().getHeaders();
        return headers != null && headers.get(OFFSET) instanceof Number offset
                ? offset.longValue()
                : 0;
    }

    /// A consumer on a connection of its own.
    private record Source(Connection connection, Channel channel, BlockingQueue<Delivery> delivered)
            implements AutoCloseable {

        static Source open(Server server, QueueKey key, String name, Object offset)
                throws ConnectorException {
            Connection connection = server.amqp().open(key.vhost(), "read " + key.name());
            try {
                Channel channel = connection.createChannel();
                BlockingQueue<Delivery> delivered = new LinkedBlockingQueue<>();
                channel.basicQos(PREFETCH);
                channel.basicConsume(
                        key.name(),
                        false,
                        Map.of(OFFSET, offset),
                        (_, delivery) -> delivered.add(delivery),
                        _ -> {});
                return new Source(connection, channel, delivered);
            } catch (IOException | ShutdownSignalException e) {
                AmqpLink.close(connection);
                throw RabbitProblems.exception(e, name);
            }
        }

        /// Waits for the next one, which is known to be there.
        Delivery next(String name) throws ConnectorException, InterruptedException {
            return poll(name, PATIENCE)
                    .orElseThrow(
                            () ->
                                    RabbitProblems.exception(
                                            ProblemKind.TIMEOUT, "browse.stuck", name));
        }

        Optional<Delivery> poll(String name, Duration patience)
                throws ConnectorException, InterruptedException {
            Delivery delivery = delivered.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (delivery == null) {
                return Optional.empty();
            }
            try {
                // Only lets the server send more: a stream keeps what is acknowledged.
                channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
            } catch (IOException | ShutdownSignalException e) {
                throw RabbitProblems.exception(e, name);
            }
            return Optional.of(delivery);
        }

        @Override
        public void close() {
            AmqpLink.close(connection);
        }
    }

    /// Up to the end as it was in the beginning.
    private static final class Reading implements MessageStream {
        private final Optional<Source> source;
        private final String name;
        private final Chosen chosen;
        private final long end;
        private long left;
        private long next;

        Reading(Optional<Source> source, String name, Chosen chosen, long end, long limit) {
            this.source = source;
            this.name = name;
            this.chosen = chosen;
            this.end = end;
            this.left = limit;
        }

        @Override
        public Optional<Message> next() throws ConnectorException, InterruptedException {
            while (source.isPresent() && left > 0 && next < end) {
                Delivery delivery = source.get().next(name);
                BasicProperties properties = delivery.getProperties();
                long offset = offset(delivery);
                next = offset + 1;
                if (offset >= end) {
                    return Optional.empty();
                }
                Taken taken =
                        Taken.of(delivery.getEnvelope(), properties, delivery.getBody(), offset);
                if (chosen.has(taken)) {
                    left--;
                    return Optional.of(Messages.message(name, taken));
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            source.ifPresent(Source::close);
        }
    }
}
