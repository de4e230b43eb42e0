package dev.signalbox.core.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.signalbox.core.backup.BatchFile.Batch;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.text.Json;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Reads the messages of a backup file in the order in which they were written.
///
/// A file that was cut off while being written ends after its last whole batch; one that was damaged is told.
public final class BackupReader implements MessageStream {
    private static final JsonMapper JSON = Json.mapper();

    private final Path path;
    private final FileChannel file;
    private final BackupHeader header;
    private Iterator<Message> batch = List.<Message>of().iterator();

    private BackupReader(Path path, FileChannel file, BackupHeader header) {
        this.path = path;
        this.file = file;
        this.header = header;
    }

    static BackupReader open(Path path) throws ConnectorException {
        FileChannel file = null;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ);
            BackupReader reader = new BackupReader(path, file, readHeader(file));
            file = null;
            return reader;
        } catch (IOException e) {
            throw BackupProblems.cannotRead(path, e);
        } finally {
            closeQuietly(file);
        }
    }

    /// What the file says of itself, without reading the messages.
    static Backup describe(Path path) throws ConnectorException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            BackupHeader header = readHeader(file);
            long messages = 0;
            boolean complete = false;
            Optional<Batch> batch = BatchFile.skip(file);
            while (batch.isPresent()) {
                messages += batch.get().messages();
                complete = batch.get().type() == BackupFormat.END;
                batch = BatchFile.skip(file);
            }
            return new Backup(
                    header.id(),
                    header.profileId(),
                    header.clusterId(),
                    header.destination(),
                    header.madeAt(),
                    messages,
                    file.size(),
                    complete,
                    path);
        } catch (IOException e) {
            throw BackupProblems.cannotRead(path, e);
        }
    }

    @Override
    public Optional<Message> next() throws ConnectorException {
        while (!batch.hasNext()) {
            Optional<Batch> read = nextBatch();
            if (read.isEmpty() || !BackupFormat.holdsMessages(read.get().type())) {
                return Optional.empty();
            }
            batch = decode(read.get()).iterator();
        }
        return Optional.of(batch.next());
    }

    private Optional<Batch> nextBatch() throws ConnectorException {
        try {
            return BatchFile.next(file);
        } catch (EOFException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw BackupProblems.cannotRead(path, e);
        }
    }

    private List<Message> decode(Batch read) throws ConnectorException {
        try {
            return BackupFormat.decode(read, header.destination());
        } catch (IOException e) {
            throw BackupProblems.cannotRead(path, e);
        }
    }

    @Override
    public void close() {
        closeQuietly(file);
    }

    private static BackupHeader readHeader(FileChannel file) throws IOException {
        BatchFile.checkMagic(file);
        Batch first = BatchFile.next(file).orElseThrow(() -> new IOException("no header"));
        if (first.type() != BackupFormat.HEADER) {
            throw new IOException("no header");
        }
        return JSON.readValue(first.content().toArray(), BackupHeader.class);
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable FileChannel file) {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                // A file that was only read has nothing left to lose.
            }
        }
    }
}
