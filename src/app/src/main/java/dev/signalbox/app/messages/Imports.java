package dev.signalbox.app.messages;

import dev.signalbox.core.export.ExportFormat;
import dev.signalbox.core.export.MessageImport;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files whose messages are sent to a destination. Each is read and checked whole before anything is planned; the copy that
/// is sent from stays until the window is gone, since a plan may be carried out long after it was made.
public final class Imports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    /// Of the files that can be read.
    public static final List<String> ENDINGS =
            Arrays.stream(ExportFormat.values()).map(ExportFormat::ending).toList();

    private final Path copies;
    private final Clock clock;
    private final List<MessageImport> read = new ArrayList<>();

    /// @param copies folder for the copies
    public Imports(Path copies, Clock clock) {
        this.copies = copies;
        this.clock = clock;
    }

    /// Reads a file: a backup, JSON lines or CSV. Blocks.
    ///
    /// @throws ConnectorException `INVALID` with the line that is no message
    public Action.RestoreBackup read(Path file, String destination) throws ConnectorException {
        MessageImport messages = MessageImport.open(file, copies, clock.instant());
        synchronized (read) {
            read.add(messages);
        }
        return messages.to(destination);
    }

    @Override
    public void close() {
        synchronized (read) {
            for (MessageImport messages : read) {
                try {
                    messages.close();
                } catch (ConnectorException e) {
                    LOG.warn("A copy of what was imported stays behind: {}", e.problem());
                }
            }
            read.clear();
        }
    }
}
