package dev.signalbox.core.port;

import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message without its place: what has to be the same after it was removed and restored, or replayed.
public record Draft(
        @Nullable Bytes key,
        @Nullable Bytes value,
        List<Header> headers,
        @Nullable Instant timestamp) {
    public Draft {
        headers = List.copyOf(headers);
    }

    public static Draft of(Message message) {
        return new Draft(message.key(), message.value(), message.headers(), message.timestamp());
    }

    /// Without the headers that name a replay.
    public Draft withoutReplayHeaders() {
        return new Draft(
                key,
                value,
                headers.stream()
                        .filter(header -> !header.name().startsWith("signalbox-replay-"))
                        .toList(),
                timestamp);
    }

    /// The n-th of many plain ones.
    public static Draft numbered(int n) {
        return new Draft(
                Bytes.utf8("key-" + n % 7),
                Bytes.utf8("value " + n),
                List.of(new Header("number", Bytes.utf8(Integer.toString(n)))),
                Instant.parse("2026-11-20T08:00:00Z").plusSeconds(n));
    }

    /// The n of [#numbered].
    public int number() {
        return headers.stream()
                .filter(header -> header.name().equals("number"))
                .findFirst()
                .flatMap(header -> Optional.ofNullable(header.value()))
                .flatMap(Bytes::text)
                .map(Integer::parseInt)
                .orElseThrow();
    }
}
