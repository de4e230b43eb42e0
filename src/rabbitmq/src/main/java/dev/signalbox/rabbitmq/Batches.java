package dev.signalbox.rabbitmq;

import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The chosen messages of a queue in batches. The others stay in hand until the queue is let go.
final class Batches {
    private final Held held;
    private final Chosen chosen;
    private final Server.Batch size;
    private long left;

    /// @param most at most so many altogether
    Batches(Held held, Chosen chosen, Server.Batch size, long most) {
        this.held = held;
        this.chosen = chosen;
        this.size = size;
        this.left = most;
    }

    /// The next batch; empty at the end.
    List<Taken> next() throws ConnectorException, InterruptedException {
        return next(Integer.MAX_VALUE);
    }

    /// The same, with at most so many.
    List<Taken> next(int most) throws ConnectorException, InterruptedException {
        int messages = Math.min(size.messages(), most);
        List<Taken> batch = new ArrayList<>();
        long bytes = 0;
        while (left > 0 && batch.size() < messages && bytes < size.bytes()) {
            Optional<Taken> taken = held.next();
            if (taken.isEmpty()) {
                break;
            }
            if (chosen.has(taken.get())) {
                batch.add(taken.get());
                bytes += taken.get().size();
                left--;
            } else {
                held.keep(taken.get());
            }
        }
        return batch;
    }
}
