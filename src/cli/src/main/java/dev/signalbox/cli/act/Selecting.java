package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.MessageSelection;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which messages are meant: all, unless one of the options says otherwise.
final class Selecting {
    @ArgGroup(exclusive = true)
    private @Nullable Choice choice;

    static final class Choice {
        @Option(names = "--newest", paramLabel = "COUNT")
        private @Nullable Integer newest;

        @Option(names = "--since", paramLabel = "TIME")
        private @Nullable Instant since;

        @Option(names = "--id", paramLabel = "ID", converter = PlaceConverter.class)
        private List<Place> ids = List.of();
    }

    /// @param position offset
    record Place(int partition, long position) {}

    /// Reads `0@12`, or the id as `dead-letters list` shows it: `orders-dlt-0@12`.
    static final class PlaceConverter implements ITypeConverter<Place> {
        private static final Pattern ID = Pattern.compile("(?:.*-)?(\\d{1,9})@(\\d{1,18})");

        @Override
        public Place convert(String text) {
            Matcher matcher = ID.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException(Words.get("wrong.id", text));
            }
            return new Place(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
        }
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
                choice.ids.stream()
                        .map(id -> new MessageId(destination, id.partition(), id.position()))
                        .toList());
    }
}
