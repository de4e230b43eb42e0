package dev.signalbox.app.deadletters;

import static dev.signalbox.app.text.AppTexts.text;

import dev.signalbox.core.export.ExportFormat;
import dev.signalbox.core.export.MessageExport;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongConsumer;

/// A file that letters are written into. It is there once all of it is on the disk; one that was there is replaced then.
record LetterFile(Path path, ExportFormat format) {
    /// Such as `orders-dlt.jsonl`.
    static String name(LetterPlace place, ExportFormat format) {
        return place.destination().name().replaceAll("[^\\w.-]", "_") + format.ending();
    }

    /// Blocks.
    ///
    /// @param read called now and then with how many letters have been looked at
    /// @return how many were written
    long write(LetterReader reader, LetterPlace place, Exported which, LongConsumer read)
            throws ConnectorException, InterruptedException {
        Path part = path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".part");
        MessageExport.Source source =
                new MessageExport.Source(
                        place.source().profileId(), place.clusterId(), place.destination().name());
        long written;
        try (MessageExport export =
                MessageExport.open(part, format, source, reader.rules(place), Instant.now())) {
            fill(export, reader, place, which, read);
            export.finish();
            written = export.messages();
        }
        try {
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.UNEXPECTED,
                            text("letters.export.failed", path.toString(), e.toString()),
                            text("table.export.remedy")),
                    e);
        }
        return written;
    }

    private static void fill(
            MessageExport export,
            LetterReader reader,
            LetterPlace place,
            Exported which,
            LongConsumer read)
            throws ConnectorException, InterruptedException {
        switch (which) {
            case Exported.These(var letters) -> {
                for (Letter letter : letters) {
                    export.write(letter.message());
                }
            }
            case Exported.Matching(var filter, var replayedToo) ->
                    reader.each(
                            place,
                            filter,
                            replayedToo,
                            letter -> export.write(letter.message()),
                            read);
        }
    }
}
