package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.MessagePlace;
import dev.signalbox.core.model.MessageSelection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Which messages are meant: all, unless one of the options says otherwise.
final class Selecting {
    @ArgGroup(exclusive = true)
    private @Nullable Choice choice;

    static final class Choice {
        @Option(names = "--newest", paramLabel = "COUNT")
        private @Nullable Integer newest;

        @Option(names = "--since", paramLabel = "TIME")
        private @Nullable Instant since;

        @Option(names = "--id", paramLabel = "ID", converter = MessagePlace.Converter.class)
        private List<MessagePlace> ids = List.of();
    }

    MessageSelection in(String destination) {
        if (choice == null) {
            return new MessageSelection.All();
        }
        if (choice.newest != null) {
            return new MessageSelection.Newest(choice.newest);
        }
        if (choice.since != null) {
            return new MessageSelection.Since(choice.since);
        }
        return new MessageSelection.Ids(
                choice.ids.stream().map(place -> place.in(destination)).toList());
    }
}
