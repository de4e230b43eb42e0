package dev.signalbox.cli.shell;

import dev.signalbox.core.model.MessageId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Where a message lies in its destination.
///
/// @param position offset
public record MessagePlace(int partition, long position) {
    public MessageId in(String destination) {
        return new MessageId(destination, partition, position);
    }

    /// Reads `0@12`, or the id as `dead-letters list` shows it: `orders-dlt-0@12`.
    public static final class Converter implements ITypeConverter<MessagePlace> {
        private static final Pattern ID = Pattern.compile("(?:.*-)?(\\d{1,9})@(\\d{1,18})");

        @Override
        public MessagePlace convert(String text) {
            Matcher matcher = ID.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException(Words.get("wrong.id", text));
            }
            return new MessagePlace(
                    Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
        }
    }
}
