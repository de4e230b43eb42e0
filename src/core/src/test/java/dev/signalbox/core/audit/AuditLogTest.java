package dev.signalbox.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.audit.AuditEntry.Event;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    @TempDir private Path folder;
    private Path file;
    private AuditLog log;

    @BeforeEach
    void makeLog() {
        file = folder.resolve("data/audit.jsonl");
        log = new AuditLog(file);
    }

    @Test
    void thereIsNoEntryBeforeTheFirst() throws Exception {
        assertThat(log.newest(10)).isEmpty();
    }

    @Test
    void theNewestComeFirst() throws Exception {
        for (int i = 0; i < 5; i++) {
            log.append(entry(i));
        }

        assertThat(log.newest(3)).containsExactly(entry(4), entry(3), entry(2));
    }

    @Test
    void aLineCutOffByACrashHidesNothingElse() throws Exception {
        log.append(entry(1));
        Files.writeString(file, "{\"at\":\"2026-", StandardOpenOption.APPEND);
        log.append(entry(2));

        assertThat(log.newest(10)).containsExactly(entry(2), entry(1));
    }

    @Test
    void linesWrittenAtTheSameTimeStayWhole() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int number = i;
            writers.add(
                    () -> {
                        log.append(entry(number));
                        return null;
                    });
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : executor.invokeAll(writers)) {
                result.get();
            }
        }

        assertThat(log.newest(100)).hasSize(8);
        assertThat(Files.readAllLines(file)).hasSize(8);
    }

    @Test
    void anEntryCanBeLookedFor() throws Exception {
        log.append(entry(1));

        assertThat(log.any(entry -> entry.profileId().equals("p-1"))).isTrue();
        assertThat(log.any(entry -> entry.profileId().equals("p-2"))).isFalse();
    }

    @Test
    void anAuditThatCannotBeWrittenIsTold() throws Exception {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");

        assertThatThrownBy(() -> log.append(entry(1))).isInstanceOf(ConnectorException.class);
    }

    private static AuditEntry entry(int number) {
        return new AuditEntry(
                Instant.parse("2026-11-22T03:00:00Z").plusSeconds(number),
                Event.INTENT,
                new UUID(0, number),
                "anna",
                "desk-7",
                "p-" + number,
                "cluster",
                "PURGE",
                Map.of("target", "订单\n\"quoted\""),
                Map.of("planned", "7"));
    }
}
