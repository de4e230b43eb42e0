package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.signalbox.core.deadletter.DeadLetterRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The headers of a copy: those of the letter, without what describes the failure or would send the copy elsewhere too,
/// with what names the replay.
///
/// Since 4.0 the server ignores an `x-death` that a client sends: how often a message was replayed is kept here.
final class ReplayHeaders {
    /// The action's id.
    static final String ID = "signalbox-replay-id";

    /// Where the letter lay: `queue-0@position`.
    static final String OF = "signalbox-replay-of";

    /// How often this message has been replayed.
    static final String COUNT = "signalbox-replay-count";

    /// More routing keys: the copy goes to one place only.
    private static final Set<String> MORE_ROUTES = Set.of("CC", "BCC");

    private static final Pattern DIGITS = Pattern.compile("\\d{1,6}");
    private static final int REMEMBERED = 256;

    private final String action;
    private final DeadLetterRules rules;
    private final Map<String, Boolean> kept = new HashMap<>();

    ReplayHeaders(UUID actionId, DeadLetterRules rules) {
        this.action = actionId.toString();
        this.rules = rules;
    }

    Map<String, Object> of(Taken letter, String place) {
        Map<String, Object> headers = new HashMap<>();
        Map<String, Object> before = letter.headers();
        if (before != null) {
            before.forEach(
                    (name, value) -> {
                        if (keeps(name)) {
                            headers.put(name, value);
                        }
                    });
        }
        int count = timesReplayed(headers.get(COUNT)) + 1;
        headers.put(ID, action);
        headers.put(OF, place);
        headers.put(COUNT, Integer.toString(count));
        return headers;
    }

    /// The letters of a queue have the same few headers.
    private boolean keeps(String name) {
        Boolean known = kept.get(name);
        if (known == null) {
            known = Messages.isOwn(name) && !isLeftOff(name);
            if (kept.size() < REMEMBERED) {
                kept.put(name, known);
            }
        }
        return known;
    }

    private boolean isLeftOff(String name) {
        return MORE_ROUTES.contains(name)
                || name.equals("x-death")
                || name.equals("x-opt-deaths")
                || name.startsWith("x-first-death-")
                || name.startsWith("x-last-death-")
                || rules.describesFailure(name);
    }

    private static int timesReplayed(@Nullable Object count) {
        String digits = count == null ? "" : count.toString();
        return DIGITS.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
    }

    /// The place a copy comes from; empty for what is no copy.
    static String placeIn(BasicProperties properties) {
        Map<String, Object> headers = properties.getHeaders();
        Object place = headers == null ? null : headers.get(OF);
        return place == null ? "" : place.toString();
    }
}
