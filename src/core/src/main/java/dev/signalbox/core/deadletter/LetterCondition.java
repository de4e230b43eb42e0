package dev.signalbox.core.deadletter;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.text.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// One thing that has to hold of a letter, such as `cause=NoRate` or `payload/order/total>100`.
///
/// What a letter does not tell equals nothing, contains nothing, and is neither more nor less than anything.
///
/// @param name of a header, or a JSON Pointer (RFC 6901) into the payload; otherwise empty
/// @param value compared as time or number where the field is one; payloads as numbers where both sides are
public record LetterCondition(Field field, String name, Operator operator, String value) {
    private static final ObjectReader EXACT =
            Json.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /// What of a letter is looked at.
    public enum Field {
        TIME,
        PARTITION,
        POSITION,
        ATTEMPTS,
        SIZE,
        ORIGIN,
        /// Class of the exception, with or without its package; the broker's reason.
        CAUSE,
        /// Text of the exception.
        MESSAGE,
        /// Id of the group of its cause.
        GROUP,
        /// Who gave up.
        CONSUMER,
        KEY,
        HEADER,
        PAYLOAD
    }

    /// How it is compared. Letters' case matters to `EQUAL`, not to `CONTAINS`.
    public enum Operator {
        AT_LEAST(">="),
        AT_MOST("<="),
        NOT_EQUAL("!="),
        CONTAINS_NOT("!~"),
        EQUAL("="),
        CONTAINS("~"),
        MORE(">"),
        LESS("<");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        boolean isOrder() {
            return this == AT_LEAST || this == AT_MOST || this == MORE || this == LESS;
        }
    }

    /// Whether it holds of the letter. Never throws.
    public boolean holds(DeadLetter letter) {
        return switch (field) {
            case TIME ->
                    compare(
                            Optional.ofNullable(letter.message().timestamp()),
                            Instant.parse(value));
            case PARTITION -> compareNumber(letter.message().id().partition());
            case POSITION -> compareNumber(letter.message().id().position());
            case SIZE -> compareNumber(letter.message().size());
            case ATTEMPTS ->
                    compare(
                            letter.attempts().isPresent()
                                    ? Optional.of(BigDecimal.valueOf(letter.attempts().getAsInt()))
                                    : Optional.empty(),
                            new BigDecimal(value));
            case CAUSE -> holdsOfCause(letter.cause().map(DeadLetter.Cause::exceptionClass));
            case ORIGIN -> holdsOfText(letter.originDestination());
            case MESSAGE -> holdsOfText(letter.cause().map(DeadLetter.Cause::message));
            case GROUP -> holdsOfText(Optional.of(CauseKey.of(letter).id()));
            case CONSUMER -> holdsOfText(letter.group());
            case KEY -> holdsOfText(text(letter.message().key()));
            case HEADER -> holdsOfText(letter.message().headerText(name));
            case PAYLOAD ->
                    name.isEmpty()
                            ? holdsOfText(text(letter.message().value()))
                            : holdsOfPlace(inPayload(letter.message().value()));
        };
    }

    private boolean holdsOfCause(Optional<String> exceptionClass) {
        Optional<String> simple =
                exceptionClass.map(full -> full.substring(full.lastIndexOf('.') + 1));
        return operator == Operator.NOT_EQUAL
                ? holdsOfText(exceptionClass) && holdsOfText(simple)
                : holdsOfText(exceptionClass)
                        || (operator == Operator.EQUAL && holdsOfText(simple));
    }

    private boolean holdsOfText(Optional<String> text) {
        return switch (operator) {
            case EQUAL -> text.filter(value::equals).isPresent();
            case NOT_EQUAL -> text.filter(value::equals).isEmpty();
            case CONTAINS -> contains(text);
            case CONTAINS_NOT -> !contains(text);
            case AT_LEAST, AT_MOST, MORE, LESS ->
                    number(value)
                            .filter(than -> compare(text.flatMap(LetterCondition::number), than))
                            .isPresent();
        };
    }

    /// 9.5 equals 9.50, and 42 equals "42".
    private boolean holdsOfPlace(Optional<String> text) {
        Optional<BigDecimal> wanted = number(value);
        Optional<BigDecimal> there = text.flatMap(LetterCondition::number);
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (equality && wanted.isPresent() && there.isPresent()) {
            return compare(there, wanted.get());
        }
        return holdsOfText(text);
    }

    private boolean contains(Optional<String> text) {
        return text.filter(
                        each ->
                                each.toLowerCase(Locale.ROOT)
                                        .contains(value.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private boolean compareNumber(long number) {
        return compare(Optional.of(BigDecimal.valueOf(number)), new BigDecimal(value));
    }

    private <T extends Comparable<T>> boolean compare(Optional<T> there, T wanted) {
        if (there.isEmpty()) {
            return operator == Operator.NOT_EQUAL || operator == Operator.CONTAINS_NOT;
        }
        int order = there.get().compareTo(wanted);
        return switch (operator) {
            case AT_LEAST -> order >= 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case LESS -> order < 0;
            case EQUAL, CONTAINS -> order == 0;
            case NOT_EQUAL, CONTAINS_NOT -> order != 0;
        };
    }

    private static Optional<String> text(@org.jspecify.annotations.Nullable Bytes bytes) {
        return Optional.ofNullable(bytes).flatMap(Bytes::text);
    }

    private Optional<String> inPayload(@org.jspecify.annotations.Nullable Bytes payload) {
        if (payload == null) {
            return Optional.empty();
        }
        try {
            JsonNode found = EXACT.readTree(payload.toArray()).at(JsonPointer.compile(name));
            return found.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(found.isContainerNode() ? found.toString() : found.asText());
        } catch (IOException e) {
            // No JSON, or deeper than any that is meant.
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// As it is written.
    @Override
    public String toString() {
        String of =
                switch (field) {
                    case HEADER -> "." + name;
                    case PAYLOAD -> name;
                    case TIME,
                            PARTITION,
                            POSITION,
                            ATTEMPTS,
                            SIZE,
                            ORIGIN,
                            CAUSE,
                            MESSAGE,
                            GROUP,
                            CONSUMER,
                            KEY ->
                            "";
                };
        return field.name().toLowerCase(Locale.ROOT) + of + operator.sign() + value;
    }
}
