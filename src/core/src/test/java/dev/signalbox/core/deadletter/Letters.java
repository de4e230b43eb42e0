package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/// Messages with headers as the libraries write them.
final class Letters {
    private Letters() {}

    static Message message(Header... headers) {
        return new Message(
                new MessageId("orders-dlt", 1, 7),
                Instant.EPOCH,
                TimestampType.CREATE_TIME,
                Bytes.utf8("key"),
                Bytes.utf8("value"),
                List.of(headers));
    }

    static Header text(String name, String value) {
        return new Header(name, Bytes.utf8(value));
    }

    static Header int32(String name, int value) {
        return new Header(name, Bytes.of(ByteBuffer.allocate(4).putInt(value).array()));
    }

    static Header int64(String name, long value) {
        return new Header(name, Bytes.of(ByteBuffer.allocate(8).putLong(value).array()));
    }

    static Header bytes(String name, int... values) {
        byte[] content = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            content[i] = (byte) values[i];
        }
        return new Header(name, Bytes.of(content));
    }
}
