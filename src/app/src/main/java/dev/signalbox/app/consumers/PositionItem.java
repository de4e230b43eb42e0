package dev.signalbox.app.consumers;

import dev.signalbox.core.model.ConsumerGroup.Position;
import dev.signalbox.core.port.Details.GroupDetails;
import java.util.Optional;

/// One partition of a group.
///
/// @param member who reads it; empty while that is not known, or where nobody does
record PositionItem(Position position, Optional<String> member) {
    String key() {
        return position.topic() + "-" + position.partition();
    }

    static PositionItem of(Position position, Optional<GroupDetails> details) {
        String key = position.topic() + "-" + position.partition();
        return new PositionItem(
                position,
                details.stream()
                        .flatMap(known -> known.members().stream())
                        .filter(member -> member.assignments().contains(key))
                        .map(member -> member.client())
                        .findFirst());
    }
}
