package dev.signalbox.kafka;

import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.deadletter.FailureHeaders;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The headers of a copy: those of the letter, without what describes the failure, with what names the replay.
final class ReplayHeaders {
    /// The action's id.
    static final String ID = "signalbox-replay-id";

    /// Where the letter lies: `topic-partition@offset`.
    static final String OF = "signalbox-replay-of";

    /// How often this message has been replayed.
    static final String COUNT = "signalbox-replay-count";

    private ReplayHeaders() {}

    static List<Header> of(DeadLetter letter, UUID actionId) {
        Message message = letter.message();
        List<Header> headers =
                new ArrayList<>(
                        letter.convention().isPresent()
                                ? FailureHeaders.without(message.headers())
                                // Of an unknown kind: a header of such a name may be the message's
                                // own.
                                : message.headers());
        headers.removeIf(header -> isOurs(header.name()));
        headers.add(new Header(ID, Bytes.utf8(actionId.toString())));
        headers.add(new Header(OF, Bytes.utf8(message.id().toString())));
        headers.add(new Header(COUNT, Bytes.utf8(Integer.toString(timesReplayed(message) + 1))));
        return headers;
    }

    private static boolean isOurs(String name) {
        return name.equals(ID) || name.equals(OF) || name.equals(COUNT);
    }

    private static int timesReplayed(Message message) {
        return message.headerText(COUNT)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
