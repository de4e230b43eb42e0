package dev.signalbox.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.operations.HistoryDetails.Line;
import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.audit.AuditEntry.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryDetailsTest {
    @Test
    void whatTheAuditWritesIsShownInWords() {
        HistoryItem item =
                item(
                        Map.of("target", "orders-dlt", "selection", "all", "again", "false"),
                        Map.of(
                                "unit",
                                "MESSAGES",
                                "planned",
                                "9",
                                "exact",
                                "false",
                                "reversal",
                                "BACKUP"),
                        Map.of("result", "PARTIAL", "done", "7", "problem", "NOT_FOUND"));

        assertThat(HistoryDetails.of(item))
                .containsExactly(
                        new Line("On", "orders-dlt"),
                        new Line("Which messages", "all of them"),
                        new Line("Replayed ones too", "no"),
                        new Line("Planned", "at most 9 messages"),
                        new Line("Way back", "A backup is written first and can be restored."),
                        new Line("Result", "done in part"),
                        new Line("Done", "7 messages"),
                        new Line("Problem", "not there"));
    }

    @Test
    void stepsStandInTheirOrderAfterAllElseAndWithoutCodes() {
        HistoryItem item =
                item(
                        Map.of("target", "orders"),
                        Map.of(),
                        Map.of(
                                "step 10",
                                "Delete from partition 9 (0) NOT_FOUND: There is none.",
                                "step 2",
                                "Back up (7)",
                                "later",
                                "a word of a newer version"));

        assertThat(HistoryDetails.of(item))
                .containsExactly(
                        new Line("On", "orders"),
                        new Line("later", "a word of a newer version"),
                        new Line("Step 2", "Back up (7)"),
                        new Line("Step 10", "Delete from partition 9 (0): There is none."));
    }

    @Test
    void whereToAndWhichAreSaidAsTheDialogSaysThem() {
        assertThat(only("to", "origin")).isEqualTo("where each came from");
        assertThat(only("to", "Earliest[]")).isEqualTo("The oldest message kept");
        assertThat(only("to", "ShiftBy[messages=-5]")).isEqualTo("moved by -5 messages");
        assertThat(only("to", "Exactly[offsets={orders-0=12}]")).isEqualTo("orders-0=12");
        assertThat(only("to", "orders-eu")).isEqualTo("orders-eu");
        assertThat(only("selection", "newest 1204")).isEqualTo("the newest 1\u202F204");
        assertThat(
                        only(
                                "selection",
                                "[Range[partition=0, from=4, to=5], Range[partition=0, from=5,"
                                        + " to=9], Range[partition=2, from=7, to=8]]"))
                .isEqualTo("partition 0: 4 to 8, partition 2: 7");
        assertThat(only("selection", "[orders-dlt-0@4]")).isEqualTo("[orders-dlt-0@4]");
        assertThat(only("selection", "since yesterday")).isEqualTo("since yesterday");
    }

    @Test
    void whatIsNotAsThisVersionWritesItIsShownAsItIs() {
        assertThat(only("planned", "many")).isEqualTo("many");
        assertThat(only("reversal", "MAYBE")).isEqualTo("MAYBE");
        assertThat(only("problem", "ODD")).isEqualTo("ODD");
    }

    private static String only(String name, String value) {
        List<Line> lines = HistoryDetails.of(item(Map.of(name, value), Map.of(), Map.of()));
        assertThat(lines).hasSize(1);
        return lines.getFirst().value();
    }

    private static HistoryItem item(
            Map<String, String> parameters,
            Map<String, String> intent,
            Map<String, String> outcome) {
        return new HistoryItem(
                entry(Event.INTENT, parameters, intent),
                Optional.of(entry(Event.OUTCOME, parameters, outcome)),
                false);
    }

    private static AuditEntry entry(
            Event event, Map<String, String> parameters, Map<String, String> details) {
        return new AuditEntry(
                Instant.EPOCH,
                event,
                new UUID(0, 1),
                "ada",
                "desk",
                "shop",
                "cluster",
                "REPLAY",
                parameters,
                details);
    }
}
