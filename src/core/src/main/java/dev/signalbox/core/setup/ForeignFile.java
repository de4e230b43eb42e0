package dev.signalbox.core.setup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.port.ForeignSettings;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file of another tool, read by the adapter that knows it.
///
/// @param adapter whose kind of server it describes
public record ForeignFile(Path file, ConnectorProvider adapter, ForeignSettings content) {
    /// Larger ones are no settings.
    private static final long LARGEST = 1024 * 1024;

    /// Blocks.
    ///
    /// @throws ConnectorException `INVALID` when it cannot be read or no adapter knows it
    public static ForeignFile read(Path file, List<ConnectorProvider> adapters)
            throws ConnectorException {
        String words;
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException(CoreTexts.get("foreign.large"));
            }
            words = Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw failed("foreign.unreadable", file, String.valueOf(e.getMessage()));
        }
        String name = String.valueOf(file.getFileName());
        for (ConnectorProvider adapter : adapters) {
            Optional<ForeignSettings> read = adapter.read(name, words);
            if (read.isPresent()) {
                return new ForeignFile(file, adapter, read.get());
            }
        }
        throw failed("foreign.unknown", file, "");
    }

    /// A name for the connection, for want of a better one.
    public String name() {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static ConnectorException failed(String key, Path file, String reason) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.INVALID,
                        CoreTexts.get(key, file, reason),
                        CoreTexts.get(key + ".remedy")));
    }
}
