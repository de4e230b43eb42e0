package dev.signalbox.app.messages;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.app.fx.Work;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bytes of a message, or as many of them as are in hand.
///
/// @param bytes null where the message has none
/// @param size of all of them
/// @param rest reads all of them; empty where they are in hand
public record Payload(@Nullable Bytes bytes, long size, Optional<Work<Bytes>> rest) {
    public static Payload whole(@Nullable Bytes bytes) {
        return new Payload(bytes, bytes == null ? 0 : bytes.size(), Optional.empty());
    }

    public boolean isWhole() {
        return rest.isEmpty();
    }

    /// All of them. Blocks where they are not in hand.
    @Nullable Bytes load() throws ConnectorException, InterruptedException {
        return rest.isPresent() ? rest.get().call() : bytes;
    }

    /// Writes all of them into a file. Blocks.
    void writeInto(Path file) throws ConnectorException, InterruptedException {
        Bytes all = load();
        try {
            Files.write(file, all == null ? new byte[0] : all.lent());
        } catch (IOException e) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.UNEXPECTED,
                            text("content.save.failed", file.toString(), e.toString()),
                            text("table.export.remedy")),
                    e);
        }
    }
}
