package dev.signalbox.cli.act;

import dev.signalbox.cli.shell.Words;
import dev.signalbox.core.port.OffsetTarget;
import dev.signalbox.core.port.OffsetTarget.TopicPartition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Where offsets are to go: exactly one of these.
final class OffsetChoice {
    @Option(names = "--to-earliest")
    private boolean earliest;

    @Option(names = "--to-latest")
    private boolean latest;

    @Option(names = "--to-time", paramLabel = "TIME")
    private @Nullable Instant time;

    @Option(names = "--shift-by", paramLabel = "COUNT")
    private @Nullable Long shift;

    @Option(
            names = "--exactly",
            paramLabel = "PARTITION=OFFSET",
            split = ",",
            converter = {PartitionConverter.class, LongConverter.class})
    private Map<TopicPartition, Long> exactly = new LinkedHashMap<>();

    OffsetTarget target() {
        if (earliest) {
            return new OffsetTarget.Earliest();
        }
        if (latest) {
            return new OffsetTarget.Latest();
        }
        if (time != null) {
            return new OffsetTarget.AtTime(time);
        }
        if (shift != null) {
            return new OffsetTarget.ShiftBy(shift);
        }
        return new OffsetTarget.Exactly(exactly);
    }

    /// Reads `orders-0`: all but what follows the last dash is the topic.
    static final class PartitionConverter implements ITypeConverter<TopicPartition> {
        private static final Pattern NAME = Pattern.compile("(.+)-(\\d{1,9})");

        @Override
        public TopicPartition convert(String text) {
            Matcher matcher = NAME.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException(Words.get("wrong.partition", text));
            }
            return new TopicPartition(matcher.group(1), Integer.parseInt(matcher.group(2)));
        }
    }

    static final class LongConverter implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Long.valueOf(text);
        }
    }
}
