package dev.signalbox.core.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.text.CoreTexts;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Messages that lie in a file as a table, as [MessageLines] writes them. The first line names the columns, in any order;
/// only the value has to be there.
final class CsvSource implements MessageSource {
    private static final Set<String> KNOWN = Set.of(MessageLines.CSV_HEAD.strip().split(",", -1));

    private final CsvRecords records;
    private final String from;
    private final List<String> columns;

    /// @param from what the messages say they are from
    CsvSource(TextLines lines, String from) throws IOException {
        this.records = new CsvRecords(lines);
        this.from = from;
        this.columns = records.next().orElse(List.of()).stream().map(String::strip).toList();
        for (String column : columns) {
            if (!KNOWN.contains(column) || columns.indexOf(column) != columns.lastIndexOf(column)) {
                throw new BadLine(records.number(), CoreTexts.get("import.column", column));
            }
        }
        if (!columns.contains("value")) {
            throw new BadLine(Math.max(1, records.number()), CoreTexts.get("import.no-columns"));
        }
    }

    @Override
    public Optional<Message> next() throws IOException {
        Optional<List<String>> cells = records.next();
        return cells.isPresent() ? Optional.of(message(cells.get())) : Optional.empty();
    }

    private Message message(List<String> cells) throws BadLine {
        long line = records.number();
        if (cells.size() != columns.size()) {
            throw new BadLine(line, CoreTexts.get("import.cells", cells.size(), columns.size()));
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), plain(cells.get(i)));
        }
        try {
            return message(row, line);
        } catch (IllegalArgumentException e) {
            throw new BadLine(line, String.valueOf(e.getMessage()), e);
        }
    }

    private Message message(Map<String, String> row, long line) {
        String time = row.getOrDefault("timestamp", "");
        Instant timestamp = time.isEmpty() ? null : MessageJson.timestamp(time);
        return new Message(
                new MessageId(
                        from,
                        Math.toIntExact(
                                number(row, "partition", ANY_PARTITION, 0, Integer.MAX_VALUE)),
                        number(row, "position", line, Long.MIN_VALUE, Long.MAX_VALUE)),
                timestamp,
                MessageJson.type(row.getOrDefault("timestampType", ""), timestamp),
                bytes(row, "key", "none"),
                bytes(row, "value", "text"),
                headers(row, "headers"),
                headers(row, "properties"));
    }

    private static long number(
            Map<String, String> row, String column, long otherwise, long least, long most) {
        String text = row.getOrDefault(column, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (least <= number && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as is a number that is out of bounds.
        }
        throw MessageJson.wrong("import.field", column, text);
    }

    /// @param otherwise what an empty cell is where the file does not say
    private static @Nullable Bytes bytes(Map<String, String> row, String column, String otherwise) {
        String cell = row.getOrDefault(column, "");
        String told = row.getOrDefault(column + "Is", "");
        String is = !told.isEmpty() ? told : cell.isEmpty() ? otherwise : "text";
        return switch (is) {
            case "text" -> Bytes.utf8(cell);
            case "hex" -> hex(cell, column);
            case "none" -> {
                if (!cell.isEmpty()) {
                    throw MessageJson.wrong("import.not-none", column);
                }
                yield null;
            }
            default -> throw MessageJson.wrong("import.field", column + "Is", is);
        };
    }

    private static Bytes hex(String cell, String column) {
        if (cell.startsWith("0x")) {
            try {
                return Bytes.of(HexFormat.of().parseHex(cell, 2, cell.length()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(CoreTexts.get("import.hex", column), e);
            }
        }
        throw MessageJson.wrong("import.hex", column);
    }

    private static List<Header> headers(Map<String, String> row, String column) {
        String cell = row.getOrDefault(column, "");
        if (cell.isEmpty()) {
            return List.of();
        }
        try {
            return MessageJson.headers(JsonSource.JSON.readTree(cell), column);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(CoreTexts.get("import.not-list", column), e);
        }
    }

    /// Without the apostrophe that keeps a spreadsheet from taking the cell for a formula.
    private static String plain(String cell) {
        return MessageLines.GUARDED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
