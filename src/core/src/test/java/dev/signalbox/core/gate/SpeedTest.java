package dev.signalbox.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.audit.AuditEntry.Event;
import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.gate.Speed.Basis;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path folder = Path.of("");
    private AuditLog audit;

    @BeforeEach
    void open() {
        audit = new AuditLog(folder.resolve("audit.jsonl"));
    }

    @Test
    void theLastReplayThatNothingHeldBackTellsHowFastTheNextOneGoes() throws Exception {
        replay("here", 9_000, Duration.ofSeconds(1), Map.of());
        replay("here", 4_000, Duration.ofSeconds(2), Map.of());
        replay("here", 5_000, Duration.ofSeconds(100), Map.of("rate", "50"));
        replay("here", 10, Duration.ofSeconds(10), Map.of());
        replay("elsewhere", 7_000, Duration.ofSeconds(1), Map.of());

        assertThat(new Speeds(audit).lastOn("here")).contains(new Speed(2_000, Basis.LAST_REPLAY));
        assertThat(new Speeds(audit).lastOn("nowhere")).isEmpty();
    }

    @Test
    void aPaceOnlyMakesItSlower() {
        Speed speed = new Speed(2_000, Basis.READING);

        assertThat(speed.of(10_000, Caution.NONE)).isEqualTo(Duration.ofSeconds(5));
        assertThat(speed.of(10_000, Caution.ofPace(100))).isEqualTo(Duration.ofSeconds(100));
        assertThat(speed.of(10_000, Caution.ofPace(50_000))).isEqualTo(Duration.ofSeconds(5));
        assertThat(speed.isHeldBackBy(Caution.ofPace(100))).isTrue();
        assertThat(speed.isHeldBackBy(Caution.ofPace(50_000))).isFalse();
    }

    @Test
    void withoutAReplayBeforeItIsGuessedByHowLongThePlanTook() throws Exception {
        try (GateFixture gate = new GateFixture(folder)) {
            gate.broker.put(5);

            assertThat(gate.actions().speed(gate.plan(GateFixture.replay(false))))
                    .hasValueSatisfying(
                            speed -> assertThat(speed.basis()).isEqualTo(Basis.READING));
            assertThat(gate.actions().speed(gate.plan(GateFixture.purge()))).isEmpty();
        }
    }

    private void replay(String cluster, long done, Duration took, Map<String, String> details)
            throws ConnectorException {
        UUID id = UUID.randomUUID();
        audit.append(entry(NOW, Event.INTENT, id, cluster, details));
        audit.append(
                entry(
                        NOW.plus(took),
                        Event.OUTCOME,
                        id,
                        cluster,
                        Map.of("done", Long.toString(done))));
    }

    private static AuditEntry entry(
            Instant at, Event event, UUID id, String cluster, Map<String, String> details) {
        return new AuditEntry(
                at, event, id, "kim", "desk-7", "shop", cluster, "REPLAY", Map.of(), details);
    }
}
