package dev.signalbox.core.port;

import java.util.List;
import java.util.Map;

/// What is read only for the one thing that is open.
public sealed interface Details {
    /// @param coordinator address of the node that looks after the group
    record GroupDetails(String coordinator, List<Member> members) implements Details {
        public GroupDetails {
            members = List.copyOf(members);
        }
    }

    /// A consumer in a group.
    ///
    /// @param assignments such as `orders-0`
    record Member(String id, String client, String host, List<String> assignments) {
        public Member {
            assignments = List.copyOf(assignments);
        }
    }

    /// @param settings the destination's settings that differ from the broker's defaults
    record DestinationDetails(Map<String, String> settings) implements Details {
        public DestinationDetails {
            settings = Map.copyOf(settings);
        }
    }
}
