package dev.signalbox.core.export;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.backup.BackupWriter;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.CoreTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// The messages of a file, on their way to a destination.
///
/// All of the file is read and checked before anything is planned, into a copy as backups are: what is reviewed is what is
/// sent, whatever becomes of the file. The same file is known again, so that one that was imported before is told, and one
/// that was cut off is gone on with where the broker can.
public final class MessageImport implements AutoCloseable {
    private final Backup messages;
    private final Optional<Path> copy;

    private MessageImport(Backup messages, Optional<Path> copy) {
        this.messages = messages;
        this.copy = copy;
    }

    /// Reads a file in any [ExportFormat]: its content tells which.
    ///
    /// @param folder for the copy, which [#close] takes away
    /// @throws ConnectorException `INVALID` with the line that is no message; `NOT_FOUND` without the file
    public static MessageImport open(Path file, Path folder, Instant now)
            throws ConnectorException {
        try {
            if (BackupStore.isBackup(file)) {
                return new MessageImport(BackupStore.ofFile(file), Optional.empty());
            }
            PrivateFiles.createFolder(folder);
            Path copy = new ImportCopies(folder).fresh();
            return new MessageImport(copied(file, copy, now), Optional.of(copy));
        } catch (BadLine e) {
            throw problem(ProblemKind.INVALID, e, "import.line", file, e.line(), reason(e));
        } catch (NoSuchFileException e) {
            throw problem(ProblemKind.NOT_FOUND, e, "import.missing", file);
        } catch (IOException e) {
            throw problem(ProblemKind.INVALID, e, "import.failed", file, reason(e));
        }
    }

    /// Sends them all to one destination.
    public Action.RestoreBackup to(String destination) {
        return new Action.RestoreBackup(messages, Optional.of(destination));
    }

    /// How many there are.
    public long messages() {
        return messages.messages();
    }

    @Override
    public void close() throws ConnectorException {
        if (copy.isPresent()) {
            try {
                Files.deleteIfExists(copy.get());
            } catch (IOException e) {
                throw problem(ProblemKind.UNEXPECTED, e, "import.failed", copy.get(), reason(e));
            }
        }
    }

    private static Backup copied(Path file, Path copy, Instant now)
            throws IOException, ConnectorException {
        byte[] hash = hashOf(file);
        String name = String.valueOf(file.getFileName());
        MessageDigest seen = sha256();
        boolean whole = false;
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), seen);
                BackupWriter writer =
                        BackupStore.create(copy, UUID.nameUUIDFromBytes(hash), "", "", name, now)) {
            BackupBatches batches = new BackupBatches(writer);
            MessageSource source = source(file, in, name);
            for (Optional<Message> next = source.next(); next.isPresent(); next = source.next()) {
                batches.add(next.get());
            }
            batches.flush();
            if (writer.messages() == 0) {
                throw new IOException(CoreTexts.get("import.empty"));
            }
            if (!Arrays.equals(hash, seen.digest())) {
                throw new IOException(CoreTexts.get("import.changed"));
            }
            whole = true;
            return writer.seal();
        } finally {
            if (!whole) {
                Files.deleteIfExists(copy);
            }
        }
    }

    /// One object a line, or a table: the first character that is not blank tells.
    private static MessageSource source(Path file, InputStream in, String name) throws IOException {
        TextLines lines = new TextLines(in);
        return startsWithBrace(file) ? new JsonSource(lines, name) : new CsvSource(lines, name);
    }

    private static boolean startsWithBrace(Path file) throws IOException {
        TextLines lines;
        try (InputStream in = Files.newInputStream(file)) {
            lines = new TextLines(in);
            Optional<String> line = lines.next();
            while (line.isPresent() && line.get().isBlank()) {
                line = lines.next();
            }
            return line.isPresent() && line.get().stripLeading().startsWith("{");
        }
    }

    private static byte[] hashOf(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reason(IOException cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static ConnectorException problem(
            ProblemKind kind, IOException cause, String key, Object... arguments) {
        return new ConnectorException(
                new Problem(kind, CoreTexts.get(key, arguments), CoreTexts.get("import.remedy")),
                cause);
    }
}
