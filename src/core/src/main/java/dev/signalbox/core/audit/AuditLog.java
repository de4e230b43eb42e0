package dev.signalbox.core.audit;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.CoreTexts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// The audit: one JSON object a line, only ever appended to, by every console and command line of this user. Each line
/// carries the hash of all before it (see [AuditCheck]).
public final class AuditLog {
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path file;

    public AuditLog(Path file) {
        this.file = file;
    }

    /// Appends an entry. When this returns, it is on the disk.
    ///
    /// @throws ConnectorException when it could not be written: then nothing may be changed
    public void append(AuditEntry entry) throws ConnectorException {
        // The lock of the file keeps lines whole and the chain from forking between processes, but
        // not between two
        // logs of this one.
        synchronized (ONE_AT_A_TIME) {
            try {
                PrivateFiles.createFolder(
                        Objects.requireNonNull(file.toAbsolutePath().getParent()));
                try (FileChannel channel = PrivateFiles.openOrCreate(file);
                        var _ = channel.lock()) {
                    append(channel, entry);
                }
            } catch (IOException e) {
                throw failed("audit.cannot-write", e);
            }
        }
    }

    private static void append(FileChannel channel, AuditEntry entry) throws IOException {
        AuditFile lines = new AuditFile(channel);
        byte[] line = AuditLine.of(lines.head(), entry);
        ByteBuffer bytes = ByteBuffer.allocate(line.length + 2);
        if (lines.isTorn()) {
            bytes.put((byte) '\n');
        }
        bytes.put(line).put((byte) '\n').flip();
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /// Whether the audit is as it was written. Reads all of it.
    ///
    /// @param head of an earlier check, kept elsewhere: without it a file whose end was cut off looks intact
    public AuditCheck verify(Optional<String> head) throws ConnectorException {
        synchronized (ONE_AT_A_TIME) {
            // Shared, so that a line that is just being written is not taken for a torn one.
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    var _ = channel.lock(0, Long.MAX_VALUE, true)) {
                return AuditVerification.of(new AuditFile(channel), head);
            } catch (NoSuchFileException e) {
                return new AuditCheck(
                        0,
                        0,
                        List.of(),
                        OptionalLong.empty(),
                        AuditHash.NOTHING.hex(),
                        head.map(AuditHash.NOTHING.hex()::equals));
            } catch (IOException e) {
                throw failed("audit.cannot-read", e);
            }
        }
    }

    /// The newest entries, newest first. Lines that are not entries are passed over: a crash can cut one off.
    public List<AuditEntry> newest(int count) throws ConnectorException {
        Deque<AuditEntry> newest = new ArrayDeque<>();
        read(
                entry -> {
                    newest.addFirst(entry);
                    if (newest.size() > count) {
                        newest.removeLast();
                    }
                    return true;
                });
        return List.copyOf(newest);
    }

    /// Whether there is such an entry.
    public boolean any(Predicate<AuditEntry> which) throws ConnectorException {
        AtomicBoolean found = new AtomicBoolean();
        read(
                entry -> {
                    found.set(which.test(entry));
                    return !found.get();
                });
        return found.get();
    }

    /// @param reader says whether to go on
    private void read(Predicate<AuditEntry> reader) throws ConnectorException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            new AuditFile(channel)
                    .forEach(
                            line ->
                                    AuditLine.parse(line)
                                            .map(read -> reader.test(read.entry()))
                                            .orElse(true));
        } catch (NoSuchFileException e) {
            // Nothing has been done yet.
        } catch (IOException e) {
            throw failed("audit.cannot-read", e);
        }
    }

    private ConnectorException failed(String key, IOException cause) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.UNEXPECTED,
                        CoreTexts.get(key, file, String.valueOf(cause.getMessage())),
                        CoreTexts.get("audit.cannot-write.remedy"),
                        cause.toString()),
                cause);
    }
}
