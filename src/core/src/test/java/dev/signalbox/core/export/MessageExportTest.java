package dev.signalbox.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupReader;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.export.MessageExport.Source;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.HeaderValue;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageExportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @TempDir private Path folder;

    @Test
    void aBackupHoldsEveryMessageToTheByte() throws Exception {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            messages.add(message(i, "value " + i));
        }
        Path file = export(ExportFormat.BACKUP, messages);

        Backup backup = BackupStore.ofFile(file);
        assertThat(backup.complete()).isTrue();
        assertThat(backup.messages()).isEqualTo(450);
        assertThat(backup.destination()).isEqualTo("orders-dlt");
        List<Message> read = new ArrayList<>();
        try (BackupReader reader = backup.open()) {
            Optional<Message> next = reader.next();
            while (next.isPresent()) {
                read.add(next.get());
                next = reader.next();
            }
        }
        assertThat(read).isEqualTo(messages);
    }

    @Test
    void aLineOfJsonHoldsEverythingOfItsMessage() throws Exception {
        Path file = export(ExportFormat.JSONL, List.of(message(7, "订单\n"), tombstone()));

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        JsonNode first = Json.mapper().readTree(lines.getFirst());
        assertThat(first.get("position").asLong()).isEqualTo(7);
        assertThat(first.get("timestamp").asText()).isEqualTo(NOW.toString());
        assertThat(first.get("value").asText()).isEqualTo("订单\n");
        assertThat(first.get("keyBase64").asText()).isEqualTo("AP8=");
        assertThat(first.at("/headers/0/value").asText()).isEqualTo("{\"long\":2}");
        assertThat(first.at("/headers/0/typed").asBoolean()).isTrue();
        assertThat(first.at("/headers/1").has("typed")).isFalse();
        assertThat(first.at("/properties/0/name").asText()).isEqualTo("exchange");
        JsonNode second = Json.mapper().readTree(lines.get(1));
        assertThat(second.get("value").isNull()).isTrue();
        assertThat(second.get("timestamp").isNull()).isTrue();
        assertThat(second.has("properties")).isFalse();
    }

    @Test
    void aTableCannotBeMadeToRunAnything() throws Exception {
        Path file =
                export(
                        ExportFormat.CSV,
                        List.of(message(7, "=cmd|' /C calc'!A0"), message(8, "a\"b,c")));

        String table = Files.readString(file);
        assertThat(table).startsWith("destination,partition,position,").contains("\r\n");
        assertThat(table).contains(",\"'=cmd|' /C calc'!A0\",");
        assertThat(table).contains(",\"a\"\"b,c\",").contains(",\"0x00ff\",");
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws Exception {
        Path file = folder.resolve("there");
        Files.writeString(file, "precious");
        for (ExportFormat format : ExportFormat.values()) {
            assertThatThrownBy(() -> MessageExport.open(file, format, source(), NOW))
                    .isInstanceOfSatisfying(
                            ConnectorException.class,
                            e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT));
        }
        assertThat(file).hasContent("precious");
    }

    @Test
    void whatWasNotFinishedIsTakenAwayAgain() throws Exception {
        for (ExportFormat format : ExportFormat.values()) {
            Path file = folder.resolve("cut." + format);
            try (MessageExport export = MessageExport.open(file, format, source(), NOW)) {
                export.write(message(1, "one"));
                assertThat(file).exists();
            }
            assertThat(file).doesNotExist();
        }
    }

    private Path export(ExportFormat format, List<Message> messages) throws Exception {
        Path file = folder.resolve("letters." + format);
        try (MessageExport export = MessageExport.open(file, format, source(), NOW)) {
            for (Message message : messages) {
                export.write(message);
            }
            export.finish();
            assertThat(export.messages()).isEqualTo(messages.size());
        }
        return file;
    }

    private static Source source() {
        return new Source("shop", "cluster-1", "orders-dlt");
    }

    private static Message message(long position, String value) {
        return new Message(
                new MessageId("orders-dlt", 0, position),
                NOW,
                TimestampType.CREATE_TIME,
                Bytes.of(new byte[] {0, -1}),
                Bytes.utf8(value),
                List.of(
                        Header.of("tries", new HeaderValue.Whole(2, HeaderValue.Width.LONG)),
                        new Header("a", null)),
                List.of(new Header("exchange", Bytes.utf8("shop"))));
    }

    private static Message tombstone() {
        return new Message(
                new MessageId("orders-dlt", 0, 8), null, TimestampType.NONE, null, null, List.of());
    }
}
