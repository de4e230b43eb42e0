package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Reads a queue beforehand, to say exactly which messages an action means: one look, and everything is put back.
final class Survey {
    /// More than one look takes into its hands: what is kept of each message has to fit into the memory of the console.
    static final int MOST = 500_000;

    /// How many come at once; the server hands out more when they are all held.
    static final int PREFETCH = 20_000;

    private final Server server;
    private final QueueFacts queue;
    private final String name;
    private boolean more;
    private long count;

    Survey(Server server, QueueFacts queue) {
        this.server = server;
        this.queue = queue;
        this.name = server.names().of(queue.key());
    }

    interface Witness {
        void see(Taken taken) throws ConnectorException, InterruptedException;
    }

    /// The chosen ones among the first [#MOST], in order.
    ///
    /// @param each is shown each of them while its content is there; afterwards only its position is kept
    List<Long> read(MessageSelection selection, Witness each)
            throws ConnectorException, InterruptedException {
        server.checkBudget(queue);
        Chosen chosen = Chosen.of(name, selection);
        Deque<Taken> last = new ArrayDeque<>();
        List<Long> positions = new ArrayList<>();
        try (Held held = Held.open(server, queue, PREFETCH)) {
            Renewal renewal = new Renewal(server, queue, held);
            int read = 0;
            Optional<Taken> next = held.next();
            while (next.isPresent() && read++ < MOST) {
                Taken taken = next.get();
                renewal.see(taken);
                if (selection instanceof MessageSelection.Newest(int count)) {
                    keep(last, taken, count);
                } else if (chosen.has(taken)) {
                    positions.add(taken.position());
                    each.see(taken);
                }
                next = read < MOST ? held.next() : Optional.empty();
            }
            more = read >= MOST;
            count = Math.min(read, MOST);
        }
        for (Taken taken : last) {
            positions.add(taken.position());
            each.see(taken);
        }
        return positions;
    }

    /// How many messages were read, chosen or not.
    long count() {
        return count;
    }

    /// Whether the queue goes on behind what was read.
    boolean more() {
        return more;
    }

    private static void keep(Deque<Taken> last, Taken taken, int count) {
        last.add(taken);
        if (last.size() > count) {
            last.removeFirst();
        }
    }
}
