package dev.signalbox.core.deadletter;

import dev.signalbox.core.model.Message;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A convention of the operator's own: which header tells what, as the profile says. Numbers may be digits or binary.
///
/// @param headers name of the header by what it tells
record OwnConvention(Map<Part, String> headers) implements DeadLetterRecogniser {
    /// What a header can tell.
    enum Part {
        DESTINATION,
        PARTITION,
        OFFSET,
        TIMESTAMP,
        GROUP,
        ATTEMPTS,
        EXCEPTION,
        MESSAGE,
        STACKTRACE
    }

    OwnConvention {
        headers = Map.copyOf(headers);
    }

    @Override
    public boolean isFailureHeader(String name) {
        return headers.containsValue(name);
    }

    @Override
    public Optional<DeadLetter> read(Message message) {
        if (headers.values().stream().allMatch(name -> message.header(name).isEmpty())) {
            return Optional.empty();
        }
        OptionalLong millis = number(message, Part.TIMESTAMP);
        return Optional.of(
                new Findings(message, "Profile")
                        .origin(
                                text(message, Part.DESTINATION),
                                small(message, Part.PARTITION),
                                number(message, Part.OFFSET))
                        .timestamp(
                                millis.isPresent()
                                        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
                                        : Optional.empty())
                        .group(text(message, Part.GROUP))
                        .attempts(small(message, Part.ATTEMPTS))
                        .cause(
                                text(message, Part.EXCEPTION),
                                lenient(message, Part.MESSAGE),
                                lenient(message, Part.STACKTRACE))
                        .letter());
    }

    private Optional<String> name(Part part) {
        return Optional.ofNullable(headers.get(part));
    }

    private Optional<String> text(Message message, Part part) {
        return name(part).flatMap(name -> HeaderText.of(message, name));
    }

    private Optional<String> lenient(Message message, Part part) {
        return name(part).flatMap(name -> HeaderText.lenient(message, name));
    }

    private OptionalInt small(Message message, Part part) {
        OptionalInt digits =
                name(part).map(name -> HeaderText.small(message, name)).orElse(OptionalInt.empty());
        return digits.isPresent()
                ? digits
                : name(part)
                        .flatMap(message::header)
                        .map(BinaryNumbers::int32)
                        .orElse(OptionalInt.empty());
    }

    private OptionalLong number(Message message, Part part) {
        OptionalLong digits =
                name(part)
                        .map(name -> HeaderText.number(message, name))
                        .orElse(OptionalLong.empty());
        return digits.isPresent()
                ? digits
                : name(part)
                        .flatMap(message::header)
                        .map(BinaryNumbers::int64)
                        .orElse(OptionalLong.empty());
    }
}
