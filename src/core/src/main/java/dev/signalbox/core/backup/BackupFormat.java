package dev.signalbox.core.backup;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How messages become the bytes of a batch and back.
///
/// A backup file is a magic number and then batches. A batch is: type (1 byte), number of messages (4), raw
/// length (4), stored length (4), CRC-32C of the stored bytes (4), and the bytes, compressed with zstd. Whole
/// batches only are ever valid, so a file that ends in the middle of one is good up to there.
final class BackupFormat {
    static final byte[] MAGIC = "SIGNALBOX-BACKUP-1\n".getBytes(StandardCharsets.US_ASCII);
    static final byte HEADER = 'H';

    /// Messages with typed headers and properties.
    static final byte MESSAGES = 'T';

    /// The same from before there were either.
    static final byte PLAIN_MESSAGES = 'M';

    static final byte END = 'E';

    /// A batch larger than this was not written by us.
    static final int LARGEST_BATCH = 1 << 30;

    private static final int NULL = -1;

    private BackupFormat() {}

    static Bytes encode(List<Message> messages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Message message : messages) {
                write(out, message);
            }
        }
        return Bytes.of(bytes.toByteArray());
    }

    /// Whether a batch of that type holds messages.
    static boolean holdsMessages(byte type) {
        return type == MESSAGES || type == PLAIN_MESSAGES;
    }

    static List<Message> decode(BatchFile.Batch batch, String destination) throws IOException {
        boolean plain = batch.type() == PLAIN_MESSAGES;
        List<Message> messages = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(batch.content().toArray()))) {
            for (int i = 0; i < batch.messages(); i++) {
                messages.add(read(in, destination, plain));
            }
        }
        return messages;
    }

    private static void write(DataOutputStream out, Message message) throws IOException {
        out.writeInt(message.id().partition());
        out.writeLong(message.id().position());
        out.writeUTF(message.timestampType().name());
        Instant timestamp = message.timestamp();
        out.writeBoolean(timestamp != null);
        if (timestamp != null) {
            out.writeLong(timestamp.getEpochSecond());
            out.writeInt(timestamp.getNano());
        }
        writeBytes(out, message.key());
        writeBytes(out, message.value());
        writeHeaders(out, message.headers());
        writeHeaders(out, message.properties());
    }

    private static void writeHeaders(DataOutputStream out, List<Header> headers)
            throws IOException {
        out.writeInt(headers.size());
        for (Header header : headers) {
            writeBytes(out, Bytes.utf8(header.name()));
            writeBytes(out, header.value());
            out.writeBoolean(header.typed());
        }
    }

    private static Message read(DataInputStream in, String destination, boolean plain)
            throws IOException {
        MessageId id = new MessageId(destination, in.readInt(), in.readLong());
        TimestampType type = TimestampType.valueOf(in.readUTF());
        Instant timestamp =
                in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
        Bytes key = readBytes(in);
        Bytes value = readBytes(in);
        List<Header> headers = readHeaders(in, plain);
        List<Header> properties = plain ? List.of() : readHeaders(in, false);
        return new Message(id, timestamp, type, key, value, headers, properties);
    }

    private static List<Header> readHeaders(DataInputStream in, boolean plain) throws IOException {
        int count = in.readInt();
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Bytes name = readBytes(in);
            if (name == null) {
                throw new IOException("a header without a name");
            }
            headers.add(
                    new Header(
                            name.text().orElseThrow(IOException::new),
                            readBytes(in),
                            !plain && in.readBoolean()));
        }
        return headers;
    }

    private static void writeBytes(DataOutputStream out, @Nullable Bytes bytes) throws IOException {
        if (bytes == null) {
            out.writeInt(NULL);
        } else {
            out.writeInt(bytes.size());
            out.write(bytes.toArray());
        }
    }

    private static @Nullable Bytes readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == NULL) {
            return null;
        }
        if (length < 0 || length > in.available()) {
            throw new IOException("a length of " + length + " in " + in.available() + " bytes");
        }
        return Bytes.of(in.readNBytes(length));
    }
}
