package dev.signalbox.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.audit.AuditEntry.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HistoryItemTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    @Test
    void anIntentIsShownWithItsOutcome() {
        List<HistoryItem> items =
                HistoryItem.of(
                        List.of(
                                entry(
                                        Event.OUTCOME,
                                        ONE,
                                        2,
                                        Map.of("result", "PARTIAL", "done", "7")),
                                entry(Event.INTENT, ONE, 1, Map.of("planned", "9"))),
                        Set.of());

        assertThat(items)
                .singleElement()
                .extracting(HistoryItem::result)
                .isEqualTo(HistoryResult.PARTIAL);
        assertThat(items.getFirst().detail("done")).contains("7");
        assertThat(items.getFirst().detail("planned")).contains("9");
    }

    @Test
    void anIntentWithoutOutcomeSaysThatNobodyKnowsHowItEnded() {
        List<HistoryItem> items =
                HistoryItem.of(List.of(entry(Event.INTENT, ONE, 1, Map.of())), Set.of());

        assertThat(items.getFirst().result()).isEqualTo(HistoryResult.NO_OUTCOME);
        assertThat(HistoryPane.result(items.getFirst()).hint())
                .contains("was stopped while this ran");
    }

    @Test
    void whatThisWindowIsCarryingOutIsRunning() {
        List<HistoryItem> items =
                HistoryItem.of(List.of(entry(Event.INTENT, ONE, 1, Map.of())), Set.of(ONE));

        assertThat(items.getFirst().result()).isEqualTo(HistoryResult.RUNNING);
    }

    @Test
    void aRefusalStandsForItselfAndTellsWhy() {
        List<HistoryItem> items =
                HistoryItem.of(
                        List.of(
                                entry(Event.REFUSED, TWO, 3, Map.of("summary", "It is read-only.")),
                                entry(
                                        Event.REFUSED,
                                        TWO,
                                        2,
                                        Map.of("summary", "It is read-only."))),
                        Set.of());

        assertThat(items).extracting(HistoryItem::result).containsOnly(HistoryResult.REFUSED);
        assertThat(items).extracting(HistoryItem::key).doesNotHaveDuplicates();
        assertThat(HistoryPane.result(items.getFirst()).hint()).isEqualTo("It is read-only.");
    }

    private static AuditEntry entry(
            Event event, UUID action, int second, Map<String, String> details) {
        return new AuditEntry(
                Instant.ofEpochSecond(second),
                event,
                action,
                "ada",
                "desk",
                "shop",
                "cluster",
                "PURGE",
                Map.of("target", "orders-dlt"),
                details);
    }
}
