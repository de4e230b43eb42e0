package dev.signalbox.core.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is changed in the copies of messages. Applied where a copy is made; the original stays what it is.
public sealed interface MessageEdits {
    /// Copies as they are.
    MessageEdits NONE = new Rules(List.of());

    /// The same for every message: places in its JSON payload get other values, one after the other.
    record Rules(List<JsonRule> rules) implements MessageEdits {
        public Rules {
            rules = List.copyOf(rules);
        }

        @Override
        public Optional<Message> applyTo(MessageId letter, Message message) {
            if (rules.isEmpty()) {
                return Optional.of(message);
            }
            Optional<Bytes> payload = Optional.ofNullable(message.value());
            for (JsonRule rule : rules) {
                payload = payload.flatMap(rule::applyTo);
            }
            return payload.map(value -> edited(message, message.key(), value, message.headers()));
        }

        @Override
        public boolean isNone() {
            return rules.isEmpty();
        }

        @Override
        public List<String> words() {
            return rules.stream().map(JsonRule::pointer).toList();
        }
    }

    /// One message, written anew by hand.
    ///
    /// @param letter that it is about; no other is ever changed by it
    record ByHand(
            MessageId letter, @Nullable Bytes key, @Nullable Bytes value, List<Header> headers)
            implements MessageEdits {
        public ByHand {
            headers = List.copyOf(headers);
        }

        @Override
        public Optional<Message> applyTo(MessageId other, Message message) {
            return other.equals(letter)
                    ? Optional.of(edited(message, key, value, headers))
                    : Optional.empty();
        }

        @Override
        public boolean isNone() {
            return false;
        }

        @Override
        public List<String> words() {
            return List.of(letter.toString());
        }
    }

    /// The message as its copy is to be; empty where it cannot be changed in that way, and must not be sent as it is.
    ///
    /// @param letter where the dead letter lies, which need not be where the message does
    Optional<Message> applyTo(MessageId letter, Message message);

    /// Whether nothing is changed.
    boolean isNone();

    /// What is changed, for the audit: places, never contents.
    List<String> words();

    private static Message edited(
            Message message, @Nullable Bytes key, @Nullable Bytes value, List<Header> headers) {
        return new Message(
                message.id(),
                message.timestamp(),
                message.timestampType(),
                key,
                value,
                headers,
                message.properties());
    }
}
