package dev.signalbox.kafka;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a stream in batches.
final class Batches {
    private final MessageStream stream;
    private final Cluster.Batch size;

    Batches(MessageStream stream, Cluster.Batch size) {
        this.stream = stream;
        this.size = size;
    }

    /// Fills `batch` with the next messages; leaves it empty at the end. When reading fails, what was read until then is in
    /// it.
    void next(List<Message> batch) throws ConnectorException, InterruptedException {
        long bytes = 0;
        while (batch.size() < size.messages() && bytes < size.bytes()) {
            Optional<Message> message = stream.next();
            if (message.isEmpty()) {
                return;
            }
            batch.add(message.get());
            bytes += message.get().size();
        }
    }

    /// The next messages; empty at the end.
    List<Message> next() throws ConnectorException, InterruptedException {
        List<Message> batch = new ArrayList<>();
        next(batch);
        return batch;
    }
}
