package dev.signalbox.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.audit.AuditEntry;
import dev.signalbox.core.audit.AuditEntry.Event;
import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Retention;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupExpiryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration KEEP = Duration.ofDays(30);

    @TempDir private Path folder = Path.of("");
    private BackupStore store = new BackupStore(folder);
    private AuditLog audit = new AuditLog(folder);
    private BackupExpiry expiry = expiry();

    @BeforeEach
    void open() {
        store = new BackupStore(folder.resolve("backups"));
        audit = new AuditLog(folder.resolve("audit.jsonl"));
        expiry = expiry();
    }

    private BackupExpiry expiry() {
        return new BackupExpiry(store, audit, Clock.fixed(NOW, ZoneOffset.UTC), "ann", "here");
    }

    @Test
    void whatIsOlderGoesAndWhatIsYoungerStays() throws Exception {
        Backup old = backup(Duration.ofDays(31));
        Backup young = backup(Duration.ofDays(30));

        assertThat(expiry.due(KEEP)).containsExactly(old);
        assertThat(old.file()).exists();
        assertThat(expiry.expire(KEEP)).containsExactly(old);

        assertThat(store.list()).containsExactly(young);
        assertThat(expiry.expire(KEEP)).isEmpty();
    }

    @Test
    void whatGoesIsInTheAuditBeforeAndAfter() throws Exception {
        Backup old = backup(Duration.ofDays(31));

        expiry.expire(KEEP);

        List<AuditEntry> entries = audit.newest(10);
        assertThat(entries)
                .extracting(AuditEntry::event)
                .containsExactly(Event.OUTCOME, Event.INTENT);
        assertThat(entries)
                .allSatisfy(
                        entry -> {
                            assertThat(entry.action()).isEqualTo(BackupExpiry.ACTION);
                            assertThat(entry.operator()).isEqualTo("ann");
                            assertThat(entry.parameters())
                                    .containsEntry("backup", old.id().toString())
                                    .containsEntry("target", "orders")
                                    .containsEntry("messages", "1");
                        });
    }

    @Test
    void withoutAnAuditNothingGoes() throws Exception {
        Backup old = backup(Duration.ofDays(31));
        Files.createDirectory(folder.resolve("audit.jsonl"));

        assertThatThrownBy(() -> expiry.expire(KEEP)).isInstanceOf(ConnectorException.class);

        assertThat(old.file()).exists();
    }

    @Test
    void whatIsBeingRestoredStaysUntilThatHasEnded() throws Exception {
        Backup old = backup(Duration.ofDays(31));
        restore(old, Event.INTENT);
        assertThat(expiry.expire(KEEP)).isEmpty();

        restore(old, Event.OUTCOME);
        assertThat(expiry.expire(KEEP)).containsExactly(old);
    }

    @Test
    void aFileThatWasWrittenLatelyIsNotOld() throws Exception {
        Backup old = backup(Duration.ofDays(31));
        Files.setLastModifiedTime(old.file(), FileTime.from(NOW.minusSeconds(1)));

        assertThat(expiry.expire(KEEP)).isEmpty();
    }

    @Test
    void nothingExpiresUnlessTheOperatorSaysSo() throws Exception {
        Path file = folder.resolve("retention.json");
        assertThat(Retention.read(file).backups()).isEmpty();

        Retention.USUAL.withBackups(Optional.of(KEEP)).write(file);

        assertThat(Retention.read(file).backups()).contains(KEEP);
        assertThat(Retention.read(file).replays()).isEqualTo(Retention.USUAL.replays());
        assertThat(file).content().contains("\"backups\" : \"30d\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"backups\":\"0d\"}",
                "{\"backups\":\"30\"}",
                "{\"backups\":\"-1d\"}",
                "{\"backups\":30}",
                "{\"bakcups\":\"30d\"}",
                "[",
                ""
            })
    void aSettingThatCannotBeUnderstoodIsRefused(String content) throws Exception {
        Path file = folder.resolve("retention.json");
        Files.writeString(file, content);

        assertThatThrownBy(() -> Retention.read(file))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e ->
                                assertThat(e.problem().summary())
                                        .contains(file.toString())
                                        .doesNotContain("!"));
    }

    private Backup backup(Duration age) throws Exception {
        Instant at = NOW.minus(age);
        try (BackupWriter writer =
                store.begin(UUID.randomUUID(), "shop", "cluster-1", "orders", at, 0)) {
            writer.write(
                    List.of(
                            new Message(
                                    new MessageId("orders", 0, 1),
                                    null,
                                    TimestampType.NONE,
                                    null,
                                    Bytes.utf8("x"),
                                    List.of())));
            Backup backup = writer.seal();
            Files.setLastModifiedTime(backup.file(), FileTime.from(at));
            return backup;
        }
    }

    private void restore(Backup backup, Event event) throws Exception {
        audit.append(
                new AuditEntry(
                        NOW,
                        event,
                        UUID.randomUUID(),
                        "ann",
                        "here",
                        "shop",
                        "cluster-1",
                        "RESTORE",
                        Map.of("backup", backup.id().toString()),
                        Map.of()));
    }
}
