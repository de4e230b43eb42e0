package dev.signalbox.core.deadletter;

import com.fasterxml.jackson.core.JsonPointer;
import dev.signalbox.core.deadletter.LetterCondition.Field;
import dev.signalbox.core.deadletter.LetterCondition.Operator;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.CoreTexts;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which letters are meant: those of which every condition holds. The same in a list, in groups, in a plan and in an
/// export.
///
/// A condition is written as field, sign and value. Fields are `time`, `partition`, `position`, `attempts`, `size`,
/// `origin`, `cause`, `message`, `group`, `consumer`, `key`, `header.NAME`, `payload`, and a place in a JSON payload,
/// `payload/order/id` or `payload.$.order.id`. Signs are `=`, `!=`, `~` (contains), `!~`, `<`, `<=`, `>`, `>=`.
public record LetterFilter(List<LetterCondition> conditions) implements Predicate<DeadLetter> {
    public static final LetterFilter ALL = new LetterFilter(List.of());

    private static final Pattern CONDITION =
            Pattern.compile("([a-z]+)([./].*?)?(>=|<=|!=|!~|=|~|>|<)(.*)", Pattern.DOTALL);

    public LetterFilter {
        conditions = List.copyOf(conditions);
    }

    /// @throws ConnectorException `INVALID`, with what is wrong about a condition
    public static LetterFilter parse(List<String> conditions) throws ConnectorException {
        List<LetterCondition> parsed = new ArrayList<>();
        for (String condition : conditions) {
            parsed.add(condition(condition));
        }
        return new LetterFilter(parsed);
    }

    /// Whether it leaves nothing out.
    public boolean isAll() {
        return conditions.isEmpty();
    }

    @Override
    public boolean test(DeadLetter letter) {
        return conditions.stream().allMatch(condition -> condition.holds(letter));
    }

    private static LetterCondition condition(String text) throws ConnectorException {
        Matcher matcher = CONDITION.matcher(text.strip());
        if (!matcher.matches()) {
            throw invalid("filter.shape", text);
        }
        Field field = field(matcher.group(1), text);
        String rest = matcher.group(2) == null ? "" : matcher.group(2);
        Operator operator = operator(matcher.group(3));
        String value = matcher.group(4);
        check(field, operator, value, text);
        return new LetterCondition(field, name(field, rest, text), operator, value);
    }

    private static Field field(String name, String text) throws ConnectorException {
        for (Field field : Field.values()) {
            if (field.name().toLowerCase(Locale.ROOT).equals(name)) {
                return field;
            }
        }
        throw invalid("filter.field", text);
    }

    private static Operator operator(String sign) {
        for (Operator operator : Operator.values()) {
            if (operator.sign().equals(sign)) {
                return operator;
            }
        }
        throw new IllegalStateException(sign);
    }

    private static String name(Field field, String rest, String text) throws ConnectorException {
        if (field == Field.HEADER && rest.startsWith(".") && rest.length() > 1) {
            return rest.substring(1);
        }
        if (field == Field.PAYLOAD && !rest.isEmpty()) {
            return pointer(rest, text);
        }
        if (field == Field.HEADER || !rest.isEmpty()) {
            throw invalid("filter.shape", text);
        }
        return "";
    }

    /// `.$.a.b[0]` is the same place as `/a/b/0`.
    private static String pointer(String rest, String text) throws ConnectorException {
        String pointer =
                rest.startsWith(".$")
                        ? rest.substring(2).replaceAll("\\[(\\d+)]", ".$1").replace('.', '/')
                        : rest;
        try {
            return JsonPointer.compile(pointer).toString();
        } catch (IllegalArgumentException e) {
            throw invalid("filter.shape", text);
        }
    }

    private static void check(Field field, Operator operator, String value, String text)
            throws ConnectorException {
        try {
            switch (field) {
                case TIME -> Instant.parse(value);
                case PARTITION, POSITION, ATTEMPTS, SIZE -> new BigDecimal(value);
                case HEADER, PAYLOAD -> {
                    if (operator.isOrder()) {
                        new BigDecimal(value);
                    }
                }
                case ORIGIN, CAUSE, MESSAGE, GROUP, CONSUMER, KEY -> {
                    if (operator.isOrder()) {
                        throw invalid("filter.order", text);
                    }
                }
            }
        } catch (DateTimeException e) {
            throw invalid("filter.time", text);
        } catch (NumberFormatException e) {
            throw invalid("filter.number", text);
        }
    }

    private static ConnectorException invalid(String key, String text) {
        return new ConnectorException(
                new Problem(
                        ProblemKind.INVALID,
                        CoreTexts.get(key, text),
                        CoreTexts.get("filter.remedy")));
    }

    /// As it is written.
    @Override
    public String toString() {
        return String.join(" ", conditions.stream().map(LetterCondition::toString).toList());
    }
}
