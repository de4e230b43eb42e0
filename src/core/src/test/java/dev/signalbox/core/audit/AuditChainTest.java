package dev.signalbox.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.audit.AuditEntry.Event;
import dev.signalbox.core.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditChainTest {
    @TempDir private Path folder;
    private Path file;
    private AuditLog log;

    @BeforeEach
    void makeLog() {
        file = folder.resolve("audit.jsonl");
        log = new AuditLog(file);
    }

    @Test
    void anAuditAsItWasWrittenIsIntact() throws Exception {
        append(0, 20);

        AuditCheck check = check();
        assertThat(check.isIntact()).isTrue();
        assertThat(check.lines()).isEqualTo(20);
        assertThat(check.legacy()).isZero();
        assertThat(check.torn()).isEmpty();
        assertThat(log.newest(100)).hasSize(20);
    }

    @Test
    void anAuditThatWasNeverWrittenIsIntact() throws Exception {
        assertThat(check().isIntact()).isTrue();
        assertThat(check().lines()).isZero();
    }

    @Test
    void whateverIsChangedInAnyLineButTheLastIsFound() throws Exception {
        append(0, 6);
        byte[] whole = Files.readAllBytes(file);
        int lastLine =
                new String(whole, java.nio.charset.StandardCharsets.UTF_8)
                        .lastIndexOf("{\"previous\"");

        for (int i = 0; i < lastLine - 1; i += 7) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThat(check().isIntact()).as("byte %d", i).isFalse();
        }
    }

    @Test
    void theFirstLineThatDoesNotFollowIsTold() throws Exception {
        append(0, 6);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(2, lines.get(2).replace("p-2", "p-9"));
        Files.write(file, lines);

        assertThat(check().brokenAt()).hasValue(4);
    }

    @Test
    void aLineThatIsTakenOutOrPutInIsFound() throws Exception {
        append(0, 6);
        List<String> lines = Files.readAllLines(file);

        Files.write(file, without(lines, 3));
        assertThat(check().brokenAt()).hasValue(4);
        Files.write(file, without(lines, 0));
        assertThat(check().brokenAt()).hasValue(1);
        List<String> more = new ArrayList<>(lines);
        more.add(3, Json.mapper().writeValueAsString(entry(9)));
        Files.write(file, more);
        assertThat(check().brokenAt()).hasValue(4);
    }

    @Test
    void anEndThatWasCutOffIsFoundByAHeadKeptElsewhere() throws Exception {
        append(0, 4);
        String head = check().head();
        append(4, 2);
        assertThat(log.verify(Optional.of(head)).isIntact()).isTrue();

        Files.write(file, Files.readAllLines(file).subList(0, 3));
        assertThat(check().isIntact()).isTrue();
        assertThat(log.verify(Optional.of(head)).isIntact()).isFalse();
        assertThat(log.verify(Optional.of(head)).known()).contains(false);
    }

    @Test
    void linesFromBeforeTheChainAreAcceptedAndCoveredFromThenOn() throws Exception {
        for (int i = 0; i < 3; i++) {
            Files.writeString(
                    file,
                    Json.mapper().writeValueAsString(entry(i)) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        append(3, 2);

        assertThat(check().isIntact()).isTrue();
        assertThat(check().legacy()).isEqualTo(3);
        assertThat(log.newest(10)).hasSize(5);
        Files.writeString(file, Files.readString(file).replaceFirst("p-1", "p-7"));
        assertThat(check().brokenAt()).hasValue(4);
    }

    @Test
    void afterACrashAnywhereInALineTheChainGoesOnAndTheTornLineIsTold() throws Exception {
        append(0, 3);
        byte[] three = Files.readAllBytes(file);
        int second = new String(three, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n');
        int third =
                new String(three, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .indexOf('\n', second + 1);
        for (int length = third + 2; length < three.length; length++) {
            Files.write(file, Arrays.copyOf(three, length));
            append(7, 2);

            AuditCheck check = check();
            assertThat(check.isIntact()).as("cut at %d", length).isTrue();
            boolean whole = length == three.length - 1;
            assertThat(check.torn()).isEqualTo(whole ? List.of() : List.of(3L));
            assertThat(log.newest(10)).hasSize(whole ? 5 : 4);
        }
    }

    @Test
    void aTornLineIsCoveredAsItIs() throws Exception {
        append(0, 2);
        Files.writeString(file, "{\"previous\":\"12", StandardOpenOption.APPEND);
        append(2, 1);
        Files.writeString(file, Files.readString(file).replace("\":\"12\n", "\":\"13\n"));

        assertThat(check().brokenAt()).hasValue(4);
    }

    @Test
    void severalLogsAndProcessesOnOneFileMakeOneChain() throws Exception {
        Process other =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Appender.class.getName(),
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("other.log").toFile())
                        .start();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            AuditLog mine = new AuditLog(file);
            writers.add(
                    () -> {
                        for (int line = 0; line < Appender.LINES; line++) {
                            mine.append(entry(line));
                        }
                        return null;
                    });
        }
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : executor.invokeAll(writers)) {
                result.get();
            }
        } finally {
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(other.exitValue()).as(() -> text(folder.resolve("other.log"))).isZero();
        assertThat(check().isIntact()).isTrue();
        assertThat(check().lines()).isEqualTo(5L * Appender.LINES);
    }

    /// Another console.
    static final class Appender {
        static final int LINES = 25;

        private Appender() {}

        public static void main(String[] arguments) throws Exception {
            AuditLog log = new AuditLog(Path.of(arguments[0]));
            for (int line = 0; line < LINES; line++) {
                log.append(entry(line));
            }
        }
    }

    private AuditCheck check() throws Exception {
        return log.verify(Optional.empty());
    }

    private void append(int from, int count) throws Exception {
        for (int i = from; i < from + count; i++) {
            log.append(entry(i));
        }
    }

    private static List<String> without(List<String> lines, int index) {
        List<String> rest = new ArrayList<>(lines);
        rest.remove(index);
        return rest;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            return e.toString();
        }
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
                Map.of());
    }
}
