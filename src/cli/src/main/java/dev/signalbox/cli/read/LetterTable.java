package dev.signalbox.cli.read;

import dev.signalbox.cli.shell.Figures;
import dev.signalbox.cli.shell.Plain;
import dev.signalbox.cli.shell.Table;
import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.deadletter.DeadLetter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Dead letters, one a line.
final class LetterTable {
    private static final int CAUSE_WIDTH = 80;

    private final Table table =
            new Table(
                    Table.Column.text(Words.get("column.letter")),
                    Table.Column.text(Words.get("column.time")),
                    Table.Column.text(Words.get("column.origin")),
                    Table.Column.figure(Words.get("column.attempts")),
                    Table.Column.text(Words.get("column.cause")));

    void add(DeadLetter letter) {
        table.add(
                letter.message().id(),
                Optional.ofNullable(letter.message().timestamp())
                        .map(Instant::toString)
                        .orElse(Figures.UNKNOWN),
                letter.origin()
                        .map(Object::toString)
                        .or(letter::originDestination)
                        .orElse(Figures.UNKNOWN),
                letter.attempts().isPresent() ? letter.attempts().getAsInt() : Figures.UNKNOWN,
                letter.cause().map(LetterTable::text).orElse(Figures.UNKNOWN));
    }

    private static String text(DeadLetter.Cause cause) {
        String simple = cause.exceptionClass().replaceFirst(".*\\.", "");
        return Plain.of(simple + ": " + cause.message(), CAUSE_WIDTH);
    }

    List<String> lines() {
        return table.lines();
    }
}
