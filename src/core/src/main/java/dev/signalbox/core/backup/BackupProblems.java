package dev.signalbox.core.backup;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Puts failures of backup files into words.
final class BackupProblems {
    private BackupProblems() {}

    static ConnectorException cannotWrite(Path path, IOException cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNEXPECTED,
                        CoreTexts.get("backup.cannot-write", path, reason(cause)),
                        CoreTexts.get("backup.cannot-write.remedy"),
                        cause.toString()),
                cause);
    }

    static ConnectorException cannotRead(Path path, IOException cause) {
        boolean missing = cause instanceof NoSuchFileException;
        return new ConnectorException(
                new Problem(
                        missing ? ProblemKind.NOT_FOUND : ProblemKind.INVALID,
                        missing
                                ? CoreTexts.get("backup.missing", path)
                                : CoreTexts.get("backup.cannot-read", path, reason(cause)),
                        CoreTexts.get("backup.cannot-read.remedy"),
                        cause.toString()),
                cause);
    }

    static ConnectorException cannotRemove(Path path, IOException cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNEXPECTED,
                        CoreTexts.get("backup.cannot-remove", path, reason(cause)),
                        CoreTexts.get("backup.cannot-remove.remedy"),
                        cause.toString()),
                cause);
    }

    private static String reason(IOException cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
