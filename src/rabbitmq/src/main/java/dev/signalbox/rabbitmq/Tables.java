package dev.signalbox.rabbitmq;

import com.rabbitmq.client.LongString;
import com.rabbitmq.client.impl.LongStringHelper;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.HeaderValue;
import dev.signalbox.core.model.HeaderValue.Width;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Header tables of AMQP as headers and back, each value with its type.
final class Tables {
    private Tables() {}

    /// Sorted by name: the order in a table means nothing, and the client does not keep it.
    static List<Header> headers(@Nullable Map<String, Object> table) {
        List<Header> headers = new ArrayList<>();
        if (table != null) {
            new TreeMap<>(table).forEach((name, value) -> headers.add(header(name, value)));
        }
        return headers;
    }

    static Header header(String name, @Nullable Object value) {
        return switch (value) {
            case null -> new Header(name, null);
            // As they are: they need not be well-formed text.
            case LongString text -> new Header(name, Bytes.of(text.getBytes()));
            default -> Header.of(name, value(value));
        };
    }

    static Map<String, Object> table(List<Header> headers) {
        Map<String, Object> table = new LinkedHashMap<>();
        for (Header header : headers) {
            Bytes bytes = header.value();
            table.put(
                    header.name(),
                    bytes == null
                            ? null
                            : header.typed()
                                    ? object(header.content())
                                    : LongStringHelper.asLongString(bytes.toArray()));
        }
        return table;
    }

    static HeaderValue value(@Nullable Object object) {
        return switch (object) {
            case null -> new HeaderValue.Nothing();
            case LongString text ->
                    Bytes.of(text.getBytes())
                            .text()
                            .<HeaderValue>map(HeaderValue.Text::new)
                            .orElseGet(() -> new HeaderValue.Binary(Bytes.of(text.getBytes())));
            case String text -> new HeaderValue.Text(text);
            case byte[] bytes -> new HeaderValue.Binary(Bytes.of(bytes));
            case Boolean truth -> new HeaderValue.Truth(truth);
            case Byte number -> new HeaderValue.Whole(number, Width.BYTE);
            case Short number -> new HeaderValue.Whole(number, Width.SHORT);
            case Integer number -> new HeaderValue.Whole(number, Width.INT);
            case Long number -> new HeaderValue.Whole(number, Width.LONG);
            case Float number -> new HeaderValue.Real(number, true);
            case Double number -> new HeaderValue.Real(number, false);
            case BigDecimal number -> new HeaderValue.Decimal(number);
            case Date moment -> new HeaderValue.Moment(moment.toInstant());
            case List<?> list -> new HeaderValue.Listing(list.stream().map(Tables::value).toList());
            case Map<?, ?> table -> {
                Map<String, HeaderValue> fields = new HashMap<>();
                table.forEach((name, field) -> fields.put(String.valueOf(name), value(field)));
                yield HeaderValue.Table.of(fields);
            }
            default -> new HeaderValue.Text(object.toString());
        };
    }

    private static @Nullable Object object(HeaderValue value) {
        return switch (value) {
            case HeaderValue.Nothing _ -> null;
            case HeaderValue.Text(String text) -> text;
            case HeaderValue.Binary(Bytes bytes) -> bytes.toArray();
            case HeaderValue.Truth(boolean truth) -> truth;
            case HeaderValue.Whole(long number, Width width) ->
                    switch (width) {
                        case BYTE -> (Object) (byte) number;
                        case SHORT -> (short) number;
                        case INT -> (int) number;
                        case LONG -> number;
                    };
            case HeaderValue.Real(double number, boolean single) ->
                    single ? (Object) (float) number : (Object) number;
            case HeaderValue.Decimal(BigDecimal number) -> number;
            case HeaderValue.Moment moment -> Date.from(moment.value());
            case HeaderValue.Listing(List<HeaderValue> values) -> {
                List<@Nullable Object> list = new ArrayList<>();
                values.forEach(each -> list.add(object(each)));
                yield list;
            }
            case HeaderValue.Table table -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                table.fields().forEach((name, field) -> fields.put(name, object(field)));
                yield fields;
            }
        };
    }
}
