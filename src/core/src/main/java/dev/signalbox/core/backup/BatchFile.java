package dev.signalbox.core.backup;

import com.github.luben.zstd.Zstd;
import dev.signalbox.core.model.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Batches in a file: appended whole and flushed, read one after the other with their checksum.
final class BatchFile {
    private static final int PREFIX = 1 + 4 * 4;
    private static final int COMPRESSION_LEVEL = 3;

    static final Bytes EMPTY = Bytes.utf8("");

    private BatchFile() {}

    /// @param messages how many the content holds
    record Batch(byte type, int messages, Bytes content) {}

    /// When this returns, the batch is on the disk.
    static void append(FileChannel file, Batch batch) throws IOException {
        byte[] stored = Zstd.compress(batch.content().toArray(), COMPRESSION_LEVEL);
        ByteBuffer bytes = ByteBuffer.allocate(PREFIX + stored.length);
        bytes.put(batch.type())
                .putInt(batch.messages())
                .putInt(batch.content().size())
                .putInt(stored.length)
                .putInt(checksum(stored))
                .put(stored)
                .flip();
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(true);
    }

    static void checkMagic(FileChannel file) throws IOException {
        ByteBuffer magic = ByteBuffer.allocate(BackupFormat.MAGIC.length);
        if (!fill(file, magic) || !Arrays.equals(magic.array(), BackupFormat.MAGIC)) {
            throw new IOException("not a backup file");
        }
    }

    /// The next batch; empty at the end of the file.
    ///
    /// @throws EOFException where the file ends in the middle of a batch
    /// @throws IOException where a checksum does not fit
    static Optional<Batch> next(FileChannel file) throws IOException {
        Optional<Prefix> prefix = prefix(file);
        if (prefix.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer stored = ByteBuffer.allocate(prefix.get().storedLength());
        if (!fill(file, stored) && stored.capacity() > 0) {
            throw new EOFException("the last batch is cut off");
        }
        if (checksum(stored.array()) != prefix.get().checksum()) {
            throw new IOException("a checksum does not fit: the file was damaged");
        }
        byte[] content = Zstd.decompress(stored.array(), prefix.get().rawLength());
        return Optional.of(
                new Batch(prefix.get().type(), prefix.get().messages(), Bytes.of(content)));
    }

    /// Steps over the next batch without reading its content: its type and number of messages. Empty at the end,
    /// and where the file ends in the middle of a batch.
    static Optional<Batch> skip(FileChannel file) throws IOException {
        Optional<Prefix> prefix;
        try {
            prefix = prefix(file);
        } catch (EOFException e) {
            return Optional.empty();
        }
        if (prefix.isEmpty() || file.position() + prefix.get().storedLength() > file.size()) {
            return Optional.empty();
        }
        file.position(file.position() + prefix.get().storedLength());
        return Optional.of(new Batch(prefix.get().type(), prefix.get().messages(), EMPTY));
    }

    private record Prefix(byte type, int messages, int rawLength, int storedLength, int checksum) {}

    private static Optional<Prefix> prefix(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(PREFIX);
        if (!fill(file, bytes)) {
            if (bytes.position() > 0) {
                throw new EOFException("the last batch is cut off");
            }
            return Optional.empty();
        }
        bytes.flip();
        Prefix prefix =
                new Prefix(
                        bytes.get(),
                        bytes.getInt(),
                        bytes.getInt(),
                        bytes.getInt(),
                        bytes.getInt());
        if (prefix.messages() < 0
                || prefix.rawLength() < 0
                || prefix.rawLength() > BackupFormat.LARGEST_BATCH
                || prefix.storedLength() < 0
                || prefix.storedLength() > BackupFormat.LARGEST_BATCH) {
            throw new IOException("lengths make no sense: the file was damaged");
        }
        return Optional.of(prefix);
    }

    /// Whether the buffer could be filled.
    private static boolean fill(FileChannel file, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
