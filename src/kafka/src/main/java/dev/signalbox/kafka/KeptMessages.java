package dev.signalbox.kafka;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupReader;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;

/// The messages of a backup, read so that an interrupt comes out as one: in the middle of reading a file it would close the
/// file and look like a damaged backup.
final class KeptMessages implements MessageStream {
    private final BackupReader reader;
    private final Batches batches;
    private Iterator<Message> batch = Collections.emptyIterator();

    private KeptMessages(BackupReader reader, Cluster.Batch size) {
        this.reader = reader;
        this.batches = new Batches(reader, size);
    }

    static KeptMessages open(Backup backup, Cluster.Batch size) throws ConnectorException {
        return new KeptMessages(Undisturbed.run(backup::open), size);
    }

    @Override
    public Optional<Message> next() throws ConnectorException, InterruptedException {
        if (!batch.hasNext()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            batch = Undisturbed.run(batches::next).iterator();
        }
        return batch.hasNext() ? Optional.of(batch.next()) : Optional.empty();
    }

    @Override
    public void close() {
        reader.close();
    }
}
