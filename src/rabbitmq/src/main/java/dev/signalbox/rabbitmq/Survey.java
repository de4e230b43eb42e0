package dev.signalbox.rabbitmq;

import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads a queue beforehand, to say exactly which messages an action means: one look, and everything is put back.
final class Survey {
    private final Server server;
    private final QueueFacts queue;
    private final String name;
    private boolean more;

    Survey(Server server, QueueFacts queue) {
        this.server = server;
        this.queue = queue;
        this.name = server.names().of(queue.key());
    }

    /// The chosen ones among the first [QueueBrowser#MOST], in order.
    ///
    /// @param each is shown each of them while its content is there; afterwards only its position and routing are kept
    List<Long> read(MessageSelection selection, Consumer<Taken> each)
            throws ConnectorException, InterruptedException {
        server.checkBudget(queue);
        Chosen chosen = Chosen.of(name, selection);
        Deque<Taken> last = new ArrayDeque<>();
        List<Long> positions = new ArrayList<>();
        try (Held held = Held.open(server, queue, QueueBrowser.MOST)) {
            int read = 0;
            Optional<Taken> next = held.next();
            while (next.isPresent() && read++ < QueueBrowser.MOST) {
                Taken taken = next.get();
                server.limits().seen(queue.key(), taken);
                if (selection instanceof MessageSelection.Newest(int count)) {
                    keep(last, taken, count);
                } else if (chosen.has(taken)) {
                    positions.add(taken.position());
                    each.accept(taken);
                }
                next = read < QueueBrowser.MOST ? held.next() : Optional.empty();
            }
            more = read >= QueueBrowser.MOST;
        }
        for (Taken taken : last) {
            positions.add(taken.position());
            each.accept(taken);
        }
        return positions;
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
