package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Message;
import java.util.List;
import java.util.Optional;

/// What ties a message to the rest of what happened: the global transaction and the order it belongs to, where its
/// headers name them.
public final class BusinessIds {
    /// `TX_XID` is what Seata's own integrations use.
    private static final List<String> XID = List.of("xid", "TX_XID");

    private static final List<String> ORDER = List.of("order-id");

    private BusinessIds() {}

    /// The XID of the global transaction the message came from.
    public static Optional<String> xid(Message message) {
        return first(message, XID);
    }

    /// The order the message is about.
    public static Optional<String> orderId(Message message) {
        return first(message, ORDER);
    }

    private static Optional<String> first(Message message, List<String> names) {
        return names.stream()
                .map(message::headerText)
                .flatMap(Optional::stream)
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
