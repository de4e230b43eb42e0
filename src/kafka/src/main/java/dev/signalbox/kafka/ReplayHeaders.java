package dev.signalbox.kafka;

import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.deadletter.DeadLetterRules;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The headers of a copy: those of the letter, without what describes the failure, with what names the replay.
final class ReplayHeaders {
    /// The action's id.
    static final String ID = "signalbox-replay-id";

    /// Where the letter lies: `topic-partition@offset`.
    static final String OF = "signalbox-replay-of";

    /// How often this message has been replayed.
    static final String COUNT = "signalbox-replay-count";

    /// Names are few, but whoever wrote the letters may have thought otherwise.
    private static final int NAMES_KNOWN = 1_000;

    private final Header id;
    private final DeadLetterRules rules;
    private final Map<String, Boolean> failure = new HashMap<>();

    ReplayHeaders(UUID actionId, DeadLetterRules rules) {
        this.rules = rules;
        this.id = new Header(ID, Bytes.utf8(actionId.toString()));
    }

    /// @param died the letter itself, or the message it points to
    List<Header> of(DeadLetter letter, Message died) {
        // Of an unknown kind, or never a letter: a header of such a name may be the message's own.
        boolean strip =
                letter.convention().isPresent() && letter.content() == DeadLetter.Content.WHOLE;
        List<Header> headers = new ArrayList<>(died.headers().size() + 3);
        for (Header header : died.headers()) {
            if (!isOurs(header.name()) && !(strip && describesFailure(header.name()))) {
                headers.add(header);
            }
        }
        headers.add(id);
        headers.add(new Header(OF, Bytes.utf8(letter.message().id().toString())));
        headers.add(new Header(COUNT, Bytes.utf8(Integer.toString(timesReplayed(died) + 1))));
        return headers;
    }

    private boolean describesFailure(String name) {
        Boolean known = failure.get(name);
        if (known == null) {
            known = rules.describesFailure(name);
            if (failure.size() < NAMES_KNOWN) {
                failure.put(name, known);
            }
        }
        return known;
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
