package dev.signalbox.core.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.deadletter.CauseNotes.Note;
import dev.signalbox.core.ledger.Owner;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CauseNotesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Note FIXED = new Note(CauseState.FIXED, "订单 4711", NOW, "ada");

    @TempDir private Path folder;

    @Test
    void aNoteIsThereForTheNextConsoleBesideTheLedger() throws Exception {
        Path file = folder.resolve("data/ledger.db");
        try (ReplayLedger ledger = ReplayLedger.open(file, Owner.current("desk-7"));
                CauseNotes one = CauseNotes.open(file);
                CauseNotes other = CauseNotes.open(file)) {
            one.put("cluster-1", "orders-dlt", "abc", FIXED);

            assertThat(other.of("cluster-1", "orders-dlt")).containsEntry("abc", FIXED);
            assertThat(other.of("cluster-2", "orders-dlt")).isEmpty();
            assertThat(other.of("cluster-1", "refunds-dlt")).isEmpty();
            assertThat(ledger.find("cluster-1", "orders-dlt", java.util.List.of())).isEmpty();
        }
    }

    @Test
    void theLastNoteCounts() throws Exception {
        Note ignored = new Note(CauseState.IGNORED, "", NOW.plusSeconds(1), "bob");
        try (CauseNotes notes = CauseNotes.open(folder.resolve("ledger.db"))) {
            notes.put("cluster-1", "orders-dlt", "abc", FIXED);
            notes.put("cluster-1", "orders-dlt", "abc", ignored);

            assertThat(notes.of("cluster-1", "orders-dlt")).containsOnlyKeys("abc");
            assertThat(notes.of("cluster-1", "orders-dlt")).containsEntry("abc", ignored);
        }
    }

    @Test
    void aFixedCauseThatShowsUpAgainHasReturned() {
        assertThat(FIXED.hasReturned(NOW.plusSeconds(1))).isTrue();
        assertThat(FIXED.hasReturned(NOW)).isFalse();
        assertThat(new Note(CauseState.IGNORED, "", NOW, "ada").hasReturned(NOW.plusSeconds(1)))
                .isFalse();
    }

    @Test
    void aFileThatIsNoDatabaseIsTold() throws Exception {
        Path file = folder.resolve("ledger.db");
        Files.writeString(file, "not a database, not at all, whatever its name may say");

        assertThatThrownBy(() -> CauseNotes.open(file)).isInstanceOf(ConnectorException.class);
    }
}
