package dev.signalbox.cli.shell;

import java.util.ArrayList;
import java.util.List;

/// Rows of text in columns. Figures stand on the right.
public final class Table {
    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param right whether its cells stand on the right
    public record Column(String heading, boolean right) {
        public static Column text(String heading) {
            return new Column(heading, false);
        }

        public static Column figure(String heading) {
            return new Column(heading, true);
        }
    }

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /// @param cells one for each column
    public void add(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells");
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(Plain.of(cell.toString()));
        }
        rows.add(row);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Heading and rows.
    public List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(columns.stream().map(Column::heading).toList());
        all.addAll(rows);
        return all.stream().map(row -> line(row, all)).toList();
    }

    private String line(List<String> row, List<List<String>> all) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            int width =
                    all.stream().mapToInt(each -> Plain.width(each.get(column))).max().orElse(0);
            String cell = row.get(i);
            String space = " ".repeat(width - Plain.width(cell));
            line.append(i == 0 ? "" : "  ");
            line.append(columns.get(i).right() ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }
}
