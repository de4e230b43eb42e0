package dev.signalbox.core.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.storage.PrivateFiles;
import dev.signalbox.core.text.CoreTexts;
import dev.signalbox.core.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The audit: one JSON object a line, only ever appended to, by every console and command line of this user.
public final class AuditLog {
    private final Path file;

    public AuditLog(Path file) {
        this.file = file;
    }

    /// Appends an entry. When this returns, it is on the disk.
    ///
    /// @throws ConnectorException when it could not be written: then nothing may be changed
    public synchronized void append(AuditEntry entry) throws ConnectorException {
        try {
            PrivateFiles.createFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            // Other processes append to the same file: the lock keeps lines whole.
            try (FileChannel channel = PrivateFiles.openOrCreate(file);
                    var _ = channel.lock()) {
                String line = Json.mapper().writeValueAsString(entry) + "\n";
                String separator = endsInTheMiddleOfALine(channel) ? "\n" : "";
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(separator + line);
                channel.position(channel.size());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.UNEXPECTED,
                            CoreTexts.get(
                                    "audit.cannot-write", file, String.valueOf(e.getMessage())),
                            CoreTexts.get("audit.cannot-write.remedy"),
                            e.toString()),
                    e);
        }
    }

    /// The newest entries, newest first. Lines that are not entries are passed over: a crash can cut one off.
    public List<AuditEntry> newest(int count) throws ConnectorException {
        Deque<AuditEntry> newest = new ArrayDeque<>();
        read(
                entries ->
                        entries.forEach(
                                entry -> {
                                    newest.addFirst(entry);
                                    if (newest.size() > count) {
                                        newest.removeLast();
                                    }
                                }));
        return List.copyOf(newest);
    }

    /// Whether there is such an entry.
    public boolean any(Predicate<AuditEntry> which) throws ConnectorException {
        AtomicBoolean found = new AtomicBoolean();
        read(entries -> found.set(entries.anyMatch(which)));
        return found.get();
    }

    private void read(Consumer<Stream<AuditEntry>> use) throws ConnectorException {
        if (!Files.exists(file)) {
            return;
        }
        try (Stream<String> lines = Files.lines(file)) {
            use.accept(lines.map(AuditLog::parse).flatMap(Optional::stream));
        } catch (IOException | UncheckedIOException e) {
            throw new ConnectorException(
                    new Problem(
                            ProblemKind.UNEXPECTED,
                            CoreTexts.get(
                                    "audit.cannot-read", file, String.valueOf(e.getMessage())),
                            CoreTexts.get("audit.cannot-write.remedy"),
                            e.toString()),
                    e);
        }
    }

    private static Optional<AuditEntry> parse(String line) {
        try {
            return Optional.of(Json.mapper().readValue(line, AuditEntry.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean endsInTheMiddleOfALine(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size == 0) {
            return false;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, size - 1);
        return last.get(0) != '\n';
    }
}
