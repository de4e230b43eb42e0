package dev.signalbox.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TableLinesTest {
    private record Line(String name, OptionalLong ready) {}

    private static final List<Column<Line>> COLUMNS =
            List.of(
                    Column.label("history.name", Line::name),
                    Column.number("history.done", Line::ready, "history.none"));

    private static final List<Line> LINES =
            List.of(
                    new Line("say \"hi\", all", OptionalLong.of(1_234_567)),
                    new Line("plain", OptionalLong.empty()));

    @Test
    void csvQuotesWhatItHasToAndGroupsNoFigures() {
        assertThat(TableLines.csv(COLUMNS, LINES))
                .isEqualTo("Detail,Done\r\n\"say \"\"hi\"\", all\",1234567\r\nplain,\r\n");
    }

    @Test
    void jsonHasFiguresAsNumbersAndTheUnknownAsNull() {
        assertThat(TableLines.json(COLUMNS, LINES))
                .isEqualToIgnoringWhitespace(
                        """
                        [{"Detail":"say \\"hi\\", all","Done":1234567},
                         {"Detail":"plain","Done":null}]
                        """);
    }

    @Test
    void tsvIsWhatASpreadsheetTakes() {
        assertThat(TableLines.tsv(COLUMNS, LINES))
                .isEqualTo("Detail\tDone\nsay \"hi\", all\t1234567\nplain\t\n");
    }
}
