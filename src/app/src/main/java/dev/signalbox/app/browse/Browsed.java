package dev.signalbox.app.browse;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import java.util.Arrays;

/// A message that was read, to be looked at and nothing else: of a large payload only the beginning may have been kept.
///
/// @param size bytes of the whole payload
public record Browsed(Message message, long size) {
    /// As much as a table shows, and some lines more.
    static final int BEGINNING = 4 * 1024;

    static Browsed whole(Message message) {
        Bytes value = message.value();
        return new Browsed(message, value == null ? 0 : value.size());
    }

    /// With only the beginning of its payload.
    static Browsed part(Message message) {
        Bytes value = message.value();
        if (value == null || value.size() <= BEGINNING) {
            return whole(message);
        }
        Bytes beginning = Bytes.of(Arrays.copyOf(value.lent(), BEGINNING));
        return new Browsed(
                new Message(
                        message.id(),
                        message.timestamp(),
                        message.timestampType(),
                        message.key(),
                        beginning,
                        message.headers(),
                        message.properties()),
                value.size());
    }

    boolean isWhole() {
        Bytes value = message.value();
        return value == null || value.size() == size;
    }

    MessageId id() {
        return message.id();
    }
}
