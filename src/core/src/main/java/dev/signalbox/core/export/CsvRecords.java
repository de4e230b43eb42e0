package dev.signalbox.core.export;

import dev.signalbox.core.text.CoreTexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The records of a table after RFC 4180. A cell in quotes may go over several lines.
final class CsvRecords {
    private final TextLines lines;
    private long number;

    CsvRecords(TextLines lines) {
        this.lines = lines;
    }

    /// The line on which the last record began.
    long number() {
        return number;
    }

    /// The cells of the next line that is not empty.
    Optional<List<String>> next() throws IOException {
        Optional<String> line = lines.next();
        while (line.isPresent() && line.get().isBlank()) {
            line = lines.next();
        }
        if (line.isEmpty()) {
            return Optional.empty();
        }
        number = lines.number();
        return Optional.of(new Row(line.get()).cells());
    }

    /// One record while it is being read.
    private final class Row {
        private final List<String> cells = new ArrayList<>();
        private String line;
        private int at;

        Row(String first) {
            line = withoutReturn(first);
        }

        List<String> cells() throws IOException {
            cells.add(cell());
            while (at < line.length()) {
                at++;
                cells.add(cell());
            }
            return cells;
        }

        /// Ends on a comma or at the end of the line.
        private String cell() throws IOException {
            if (at < line.length() && line.charAt(at) == '"') {
                return quoted();
            }
            int comma = line.indexOf(',', at);
            int end = comma < 0 ? line.length() : comma;
            String cell = line.substring(at, end);
            at = end;
            return cell;
        }

        private String quoted() throws IOException {
            StringBuilder cell = new StringBuilder();
            at++;
            while (true) {
                int quote = line.indexOf('"', at);
                if (quote < 0) {
                    cell.append(line, at, line.length()).append(goOn());
                    continue;
                }
                cell.append(line, at, quote);
                at = quote + 1;
                if (at < line.length() && line.charAt(at) == '"') {
                    cell.append('"');
                    at++;
                } else if (at == line.length() || line.charAt(at) == ',') {
                    return cell.toString();
                } else {
                    throw new BadLine(number, CoreTexts.get("import.quote"));
                }
            }
        }

        /// @return what stood between the two lines
        private String goOn() throws IOException {
            String end = cut ? "\r\n" : "\n";
            line =
                    withoutReturn(
                            lines.next()
                                    .orElseThrow(
                                            () ->
                                                    new BadLine(
                                                            number,
                                                            CoreTexts.get("import.quote"))));
            at = 0;
            return end;
        }

        private boolean cut;

        private String withoutReturn(String text) {
            cut = text.endsWith("\r");
            return cut ? text.substring(0, text.length() - 1) : text;
        }
    }
}
