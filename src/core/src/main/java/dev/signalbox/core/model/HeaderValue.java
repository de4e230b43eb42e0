package dev.signalbox.core.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The value of a header that has a type: what AMQP's tables hold.
///
/// Its JSON is the one form in which the rest of the console keeps it. Text, truth, lists and nothing are themselves;
/// everything else is an object with one field that names the type, such as `{"int":5}` or `{"table":{…}}`.
public sealed interface HeaderValue {
    record Text(String value) implements HeaderValue {}

    record Binary(Bytes value) implements HeaderValue {}

    record Truth(boolean value) implements HeaderValue {}

    /// A whole number; how many bytes it has on the wire matters to some consumers.
    record Whole(long value, Width width) implements HeaderValue {}

    enum Width {
        BYTE,
        SHORT,
        INT,
        LONG
    }

    /// @param single four bytes rather than eight
    record Real(double value, boolean single) implements HeaderValue {}

    record Decimal(BigDecimal value) implements HeaderValue {}

    record Moment(Instant value) implements HeaderValue {}

    record Listing(List<HeaderValue> values) implements HeaderValue {
        public Listing {
            values = List.copyOf(values);
        }
    }

    /// Fields by name. Their order means nothing in AMQP; here they are sorted, so that equal tables are equal bytes.
    record Table(SortedMap<String, HeaderValue> fields) implements HeaderValue {
        public Table {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }

        public static Table of(Map<String, HeaderValue> fields) {
            return new Table(new TreeMap<>(new HashMap<>(fields)));
        }

        public Optional<HeaderValue> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }
    }

    /// AMQP's void.
    record Nothing() implements HeaderValue {}

    /// The value as JSON, see [HeaderValue].
    ///
    /// @throws IllegalArgumentException for tables within tables that are too deep to be meant
    default String json() {
        return HeaderJson.write(this);
    }

    /// The value as people read it: a number as its digits, a list or table as its JSON.
    default String text() {
        return switch (this) {
            case Text text -> text.value();
            case Truth truth -> Boolean.toString(truth.value());
            case Whole whole -> Long.toString(whole.value());
            case Real real -> Double.toString(real.value());
            case Decimal decimal -> decimal.value().toPlainString();
            case Moment moment -> moment.value().toString();
            case Binary binary -> binary.value().hex();
            case Listing _, Table _, Nothing _ -> json();
        };
    }

    /// Reads what [#json] has written; empty for anything else.
    static Optional<HeaderValue> ofJson(Bytes json) {
        return HeaderJson.read(json);
    }
}
