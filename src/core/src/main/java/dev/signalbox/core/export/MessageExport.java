package dev.signalbox.core.export;

import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.CoreTexts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/// Messages on their way into a file. The file was not there before, only its owner can read it, and it is taken away
/// again unless [#finish] was called.
public final class MessageExport implements AutoCloseable {
    private final Path file;
    private final Sink sink;
    private boolean finished;
    private long messages;

    private MessageExport(Path file, Sink sink) {
        this.file = file;
        this.sink = sink;
    }

    /// What writes one format.
    private interface Sink {
        void write(Message message) throws IOException, ConnectorException;

        /// When this returns, everything is on the disk.
        void finish() throws IOException, ConnectorException;

        void close() throws IOException, ConnectorException;
    }

    /// Where the messages are from.
    public record Source(String profileId, String clusterId, String destination) {}

    /// @throws ConnectorException `CONFLICT` when the file is there already
    public static MessageExport open(Path file, ExportFormat format, Source source, Instant now)
            throws ConnectorException {
        return open(file, format, source, DeadLetterRules.USUAL, now);
    }

    /// @param rules by which a table tells why a message died
    /// @throws ConnectorException `CONFLICT` when the file is there already
    public static MessageExport open(
            Path file, ExportFormat format, Source source, DeadLetterRules rules, Instant now)
            throws ConnectorException {
        try {
            Sink sink =
                    switch (format) {
                        case BACKUP -> new Backups(file, source, now);
                        case JSONL -> new Lines(file, MessageLines::json, "");
                        case CSV ->
                                new Lines(
                                        file,
                                        message -> MessageLines.csv(rules.read(message)),
                                        MessageLines.CSV_HEAD);
                    };
            return new MessageExport(file, sink);
        } catch (FileAlreadyExistsException e) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.CONFLICT,
                            CoreTexts.get("export.there", file),
                            CoreTexts.get("export.remedy")),
                    e);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /// Messages written so far.
    public long messages() {
        return messages;
    }

    public void write(Message message) throws ConnectorException {
        try {
            sink.write(message);
            messages++;
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /// When this returns, the file is whole and on the disk.
    public void finish() throws ConnectorException {
        try {
            sink.finish();
            finished = true;
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void close() throws ConnectorException {
        try {
            sink.close();
            if (!finished) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static ConnectorException failed(Path file, IOException cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNEXPECTED,
                        CoreTexts.get("export.failed", file, String.valueOf(cause.getMessage())),
                        CoreTexts.get("export.remedy"),
                        cause.toString()),
                cause);
    }

    private interface Format {
        String line(Message message) throws IOException;
    }

    private static final class Lines implements Sink {
        private final FileChannel channel;
        private final BufferedWriter writer;
        private final Format format;

        Lines(Path file, Format format, String head) throws IOException {
            this.format = format;
            channel = PrivateFiles.createNew(file);
            writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
            writer.write(head);
        }

        @Override
        public void write(Message message) throws IOException {
            writer.write(format.line(message));
        }

        @Override
        public void finish() throws IOException {
            writer.flush();
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private static final class Backups implements Sink {
        private final BackupWriter writer;
        private final BackupBatches batches;

        Backups(Path file, Source source, Instant now) throws IOException {
            writer =
                    BackupStore.create(
                            file,
                            UUID.randomUUID(),
                            source.profileId(),
                            source.clusterId(),
                            source.destination(),
                            now);
            batches = new BackupBatches(writer);
        }

        @Override
        public void write(Message message) throws ConnectorException {
            batches.add(message);
        }

        @Override
        public void finish() throws ConnectorException {
            batches.flush();
            writer.seal();
        }

        @Override
        public void close() throws ConnectorException {
            writer.close();
        }
    }
}
