package dev.signalbox.app.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.text.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The lines of a table as text for others: figures without units and grouping, times in ISO 8601, what is unknown
/// empty.
final class TableLines {
    private TableLines() {}

    /// Tab-separated values, which a spreadsheet takes from the clipboard.
    static <T> String tsv(List<Column<T>> columns, List<T> items) {
        return lines(columns, items, "\t", "\n", Function.identity());
    }

    /// Comma-separated values (RFC 4180).
    static <T> String csv(List<Column<T>> columns, List<T> items) {
        return lines(columns, items, ",", "\r\n", TableLines::quoted);
    }

    private static <T> String lines(
            List<Column<T>> columns,
            List<T> items,
            String between,
            String end,
            Function<String, String> written) {
        StringBuilder lines = new StringBuilder();
        lines.append(
                columns.stream()
                        .map(column -> written.apply(column.title()))
                        .collect(Collectors.joining(between)));
        for (T item : items) {
            lines.append(end)
                    .append(
                            columns.stream()
                                    .map(column -> written.apply(column.copied(item)))
                                    .collect(Collectors.joining(between)));
        }
        return lines.append(end).toString();
    }

    private static String quoted(String value) {
        return value.chars().anyMatch(it -> it == ',' || it == '"' || it == '\n' || it == '\r')
                ? '"' + value.replace("\"", "\"\"") + '"'
                : value;
    }

    /// One object a line, by the titles of the columns.
    static <T> String json(List<Column<T>> columns, List<T> items) {
        ArrayNode all = Json.mapper().createArrayNode();
        for (T item : items) {
            ObjectNode line = all.addObject();
            for (Column<T> column : columns) {
                put(line, column, column.copied(item));
            }
        }
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(ObjectNode line, Column<?> column, String value) {
        if (!column.hasFigures()) {
            line.put(column.title(), value);
        } else if (value.isEmpty()) {
            line.putNull(column.title());
        } else if (value.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?")) {
            line.put(column.title(), new BigDecimal(value));
        } else {
            line.put(column.title(), value);
        }
    }
}
