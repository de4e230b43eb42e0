package dev.signalbox.core.backup;

import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageStream;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the messages of a backup file in the order in which they were written.
public final class BackupReader implements MessageStream {
    private BackupReader() {}

    static BackupReader open(Path file) throws ConnectorException {
        if (!java.nio.file.Files.exists(file)) {
            throw new ConnectorException(
                    new dev.signalbox.core.problem.Problem(
                            dev.signalbox.core.problem.ProblemKind.NOT_FOUND, file.toString(), ""));
        }
        return new BackupReader();
    }

    @Override
    public Optional<Message> next() throws ConnectorException {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
