package dev.signalbox.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.signalbox.core.deadletter.DeadLetterRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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

    private ReplayHeaders() {}

    static Map<String, Object> of(
            Taken letter, String place, UUID actionId, DeadLetterRules rules) {
        Map<String, Object> own = Messages.ownHeaders(letter.properties());
        Map<String, Object> headers = own == null ? new HashMap<>() : own;
        headers.keySet().removeIf(name -> leftOff(name, rules));
        int before = timesReplayed(headers);
        headers.put(ID, actionId.toString());
        headers.put(OF, place);
        headers.put(COUNT, Integer.toString(before + 1));
        return headers;
    }

    private static boolean leftOff(String name, DeadLetterRules rules) {
        return MORE_ROUTES.contains(name)
                || name.equals("x-death")
                || name.equals("x-opt-deaths")
                || name.startsWith("x-first-death-")
                || name.startsWith("x-last-death-")
                || rules.describesFailure(name);
    }

    private static int timesReplayed(Map<String, Object> headers) {
        Object count = headers.get(COUNT);
        String digits = count == null ? "" : count.toString();
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    /// The place a copy comes from; empty for what is no copy.
    static String placeIn(BasicProperties properties) {
        Map<String, Object> headers = properties.getHeaders();
        Object place = headers == null ? null : headers.get(OF);
        return place == null ? "" : place.toString();
    }
}
