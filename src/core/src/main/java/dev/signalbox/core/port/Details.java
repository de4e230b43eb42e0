package dev.signalbox.core.port;

import dev.signalbox.core.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    /// @param sheets what belongs to it, such as its bindings
    /// @param look what reading messages does to it, in the operator's language; empty: nothing
    record DestinationDetails(
            Map<String, String> settings, List<Sheet> sheets, Optional<String> look)
            implements Details {
        public DestinationDetails {
            settings = Map.copyOf(settings);
            sheets = List.copyOf(sheets);
        }

        /// Nothing belongs to it.
        public DestinationDetails(Map<String, String> settings) {
            this(settings, List.of(), Optional.empty());
        }
    }

    /// @param sheets what the server consists of, such as its nodes
    record ServerDetails(List<Sheet> sheets) implements Details {
        public ServerDetails {
            sheets = List.copyOf(sheets);
        }
    }

    /// Things of one kind, one a row, in the operator's language.
    ///
    /// @param columns their titles
    /// @param rows each as long as the columns
    /// @param missing why it is not whole, if it is not
    record Sheet(
            String title,
            List<String> columns,
            List<List<String>> rows,
            Optional<Problem> missing) {
        public Sheet {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
