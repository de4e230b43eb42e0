package dev.signalbox.kafka;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Streams made of others.
final class MessageStreams {
    private MessageStreams() {}

    /// Messages that have been read already.
    static MessageStream of(List<Message> messages) {
        Iterator<Message> iterator = List.copyOf(messages).iterator();
        return new MessageStream() {
            @Override
            public Optional<Message> next() {
                return iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    /// The first `limit` messages.
    static MessageStream limited(MessageStream inner, long limit) {
        return new Limited(inner, limit);
    }

    /// Only those wanted.
    static MessageStream filtered(MessageStream inner, Predicate<Message> wanted) {
        return new Filtered(inner, wanted);
    }

    private record Filtered(MessageStream inner, Predicate<Message> wanted)
            implements MessageStream {
        @Override
        public Optional<Message> next() throws ConnectorException, InterruptedException {
            Optional<Message> message = inner.next();
            while (message.isPresent() && !wanted.test(message.get())) {
                message = inner.next();
            }
            return message;
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    private static final class Limited implements MessageStream {
        private final MessageStream inner;
        private long left;

        Limited(MessageStream inner, long limit) {
            this.inner = inner;
            this.left = limit;
        }

        @Override
        public Optional<Message> next() throws ConnectorException, InterruptedException {
            if (left <= 0) {
                return Optional.empty();
            }
            left--;
            return inner.next();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
