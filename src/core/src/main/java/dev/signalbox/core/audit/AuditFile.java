package dev.signalbox.core.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// The lines of an open audit file, as bytes: one that was cut off may end in the middle of a character.
final class AuditFile {
    private static final int BLOCK = 1 << 16;

    private final FileChannel channel;

    AuditFile(FileChannel channel) {
        this.channel = channel;
    }

    interface LineReader {
        /// @return whether to go on
        boolean line(byte[] line) throws IOException;
    }

    /// Hands out every line from the first on, without its end.
    void forEach(LineReader reader) throws IOException {
        channel.position(0);
        // Not closed: the channel is not ours.
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel), BLOCK);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int each = in.read();
        while (each >= 0) {
            if (each == '\n') {
                if (!reader.line(line.toByteArray())) {
                    return;
                }
                line.reset();
            } else {
                line.write(each);
            }
            each = in.read();
        }
        if (line.size() > 0) {
            reader.line(line.toByteArray());
        }
    }

    /// Whether the last line has no end: whoever wrote it was stopped in the middle.
    boolean isTorn() throws IOException {
        long size = channel.size();
        return size > 0 && at(size - 1) != '\n';
    }

    /// What stands for all lines there are.
    AuditHash head() throws IOException {
        Optional<AuditHash> quick = isTorn() ? Optional.empty() : ofLastLine();
        if (quick.isPresent()) {
            return quick.get();
        }
        AuditHash[] head = {AuditHash.NOTHING};
        forEach(
                line -> {
                    head[0] = head[0].then(line);
                    return true;
                });
        return head[0];
    }

    /// The last line says what stands for all before it, if it is of the chain.
    private Optional<AuditHash> ofLastLine() throws IOException {
        long end = channel.size() - 1;
        if (end <= 0) {
            return Optional.empty();
        }
        long start = startOfLine(end);
        ByteBuffer line = ByteBuffer.allocate(Math.toIntExact(end - start));
        fill(line, start);
        return AuditLine.parse(line.array())
                .flatMap(AuditLine::previous)
                .map(previous -> previous.then(line.array()));
    }

    /// @param end where the line's end stands
    private long startOfLine(long end) throws IOException {
        long right = end;
        while (right > 0) {
            long left = Math.max(0, right - BLOCK);
            ByteBuffer block = ByteBuffer.allocate((int) (right - left));
            fill(block, left);
            for (int i = block.capacity() - 1; i >= 0; i--) {
                if (block.get(i) == '\n') {
                    return left + i + 1;
                }
            }
            right = left;
        }
        return 0;
    }

    private byte at(long position) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        fill(one, position);
        return one.get(0);
    }

    private void fill(ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new IOException("the file became shorter");
            }
        }
    }
}
