package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/// Looks at the messages of queues with the least harm there is: takes them, and puts them back.
final class QueueBrowser {
    /// More than one look takes into its hands.
    static final int MOST = 50_000;

    private final Server server;

    QueueBrowser(Server server) {
        this.server = server;
    }

    MessageStream browse(String destination, MessageSelection selection, long limit)
            throws ConnectorException, InterruptedException {
        QueueFacts queue = server.facts(destination);
        if (queue.isStream()) {
            return new StreamBrowser(server).browse(queue, selection, limit);
        }
        server.checkBudget(queue);
        Chosen chosen = Chosen.of(destination, selection);
        if (selection instanceof MessageSelection.Newest(int count)) {
            return newest(destination, queue, Math.min(count, limit));
        }
        // Of a choice nobody knows where it lies before it was looked at.
        boolean all = selection instanceof MessageSelection.All;
        int prefetch = all ? (int) Math.min(limit, MOST) : MOST;
        Held held = Held.open(server, queue, Math.max(1, prefetch));
        return new Looking(held, new Renewal(server, queue, held), chosen, destination, limit);
    }

    /// A queue has no way to its end but through all of it.
    private MessageStream newest(String destination, QueueFacts queue, long count)
            throws ConnectorException, InterruptedException {
        Deque<Message> last = new ArrayDeque<>();
        try (Held held = Held.open(server, queue, MOST)) {
            Renewal renewal = new Renewal(server, queue, held);
            int read = 0;
            for (Optional<Taken> taken = held.next(); taken.isPresent(); taken = held.next()) {
                if (++read == MOST) {
                    throw RabbitProblems.exception(
                            ProblemKind.UNSUPPORTED, "browse.too-long", destination, MOST);
                }
                renewal.see(taken.get());
                last.add(Messages.message(destination, taken.get()));
                if (last.size() > count) {
                    last.removeFirst();
                }
            }
        }
        Iterator<Message> messages = last.iterator();
        return new MessageStream() {
            @Override
            public Optional<Message> next() {
                return messages.hasNext() ? Optional.of(messages.next()) : Optional.empty();
            }

            @Override
            public void close() {
                // Everything has been put back.
            }
        };
    }

    /// A look under way.
    private static final class Looking implements MessageStream {
        private final Held held;
        private final Renewal renewal;
        private final Chosen chosen;
        private final String destination;
        private long left;
        private long taken;

        Looking(Held held, Renewal renewal, Chosen chosen, String destination, long limit) {
            this.held = held;
            this.renewal = renewal;
            this.chosen = chosen;
            this.destination = destination;
            this.left = limit;
        }

        @Override
        public Optional<Message> next() throws ConnectorException, InterruptedException {
            while (left > 0 && taken < MOST) {
                Optional<Taken> next = held.next();
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                taken++;
                renewal.see(next.get());
                if (chosen.has(next.get())) {
                    left--;
                    return Optional.of(Messages.message(destination, next.get()));
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            held.close();
        }
    }
}
