package dev.signalbox.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.backup.BatchFile.Batch;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.HeaderValue;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import dev.signalbox.core.text.Json;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @TempDir private Path folder;
    private BackupStore store;

    @BeforeEach
    void makeStore() {
        store = new BackupStore(folder.resolve("backups"));
    }

    @Test
    void everyMessageComesBackToTheByte() throws Exception {
        List<Message> messages = awkwardMessages();
        Backup backup = keep(messages.subList(0, 2), messages.subList(2, messages.size()));

        assertThat(read(backup)).isEqualTo(messages);
    }

    @Test
    void aBackupFromBeforeTypedHeadersIsReadAsItWas() throws Exception {
        Backup backup = keep(List.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(3);
        out.writeLong(9);
        out.writeUTF("NONE");
        out.writeBoolean(false);
        out.writeInt(-1);
        out.writeInt(-1);
        out.writeInt(1);
        out.writeInt(1);
        out.write('a');
        out.writeInt(1);
        out.write('b');
        Path file = folder.resolve("old.sbk");
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(BackupFormat.MAGIC));
            BackupHeader header =
                    new BackupHeader(backup.id(), "profile", "cluster-1", "orders", NOW);
            BatchFile.append(
                    channel,
                    new Batch((byte) 'H', 0, Bytes.of(Json.mapper().writeValueAsBytes(header))));
            BatchFile.append(channel, new Batch((byte) 'M', 1, Bytes.of(bytes.toByteArray())));
            BatchFile.append(channel, new Batch((byte) 'E', 0, BatchFile.EMPTY));
        }

        assertThat(read(BackupReader.describe(file)))
                .containsExactly(
                        new Message(
                                new MessageId("orders", 3, 9),
                                null,
                                TimestampType.NONE,
                                null,
                                null,
                                List.of(new Header("a", Bytes.utf8("b")))));
    }

    @Test
    void whatTheDiskHasNoRoomForIsNotBegun() throws Exception {
        assertThatThrownBy(
                        () ->
                                store.begin(
                                        UUID.randomUUID(),
                                        "profile",
                                        "cluster-1",
                                        "orders",
                                        NOW,
                                        Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT));
        assertThat(folder.resolve("backups")).isEmptyDirectory();
    }

    @Test
    void aBackupSaysWhatItHoldsAndWhereItCameFrom() throws Exception {
        Backup backup = keep(awkwardMessages());

        assertThat(store.list()).containsExactly(backup);
        assertThat(backup.messages()).isEqualTo(awkwardMessages().size());
        assertThat(backup.destination()).isEqualTo("orders");
        assertThat(backup.clusterId()).isEqualTo("cluster-1");
        assertThat(backup.complete()).isTrue();
        assertThat(store.find(backup.id())).contains(backup);
    }

    @Test
    void whatWasWrittenBeforeACrashCanBeRead() throws Exception {
        List<Message> messages = awkwardMessages();
        try (BackupWriter writer = begin()) {
            writer.write(messages);
            // No seal: the console was killed here.
        }

        Backup found = store.list().getFirst();
        assertThat(found.complete()).isFalse();
        assertThat(found.messages()).isEqualTo(messages.size());
        assertThat(read(found)).isEqualTo(messages);
    }

    @Test
    void aFileCutOffAnywhereKeepsItsWholeBatches() throws Exception {
        List<Message> messages = awkwardMessages();
        Backup whole = keep(messages, List.of(message(7, "k", "v")));
        byte[] bytes = Files.readAllBytes(whole.file());

        long previous = -1;
        for (int length = bytes.length; length > 0; length--) {
            Path cut = folder.resolve("cut.sbk");
            Files.write(cut, java.util.Arrays.copyOf(bytes, length));
            List<Message> read;
            try {
                read = read(BackupReader.describe(cut));
            } catch (ConnectorException e) {
                // Cut off within the header: nothing had been kept yet.
                read = List.of();
            }
            assertThat((long) read.size()).isIn(0L, (long) messages.size(), messages.size() + 1L);
            assertThat(previous == -1 || read.size() <= previous).isTrue();
            previous = read.size();
        }
        assertThat(previous).isZero();
    }

    @Test
    void aDamagedFileIsToldAndNeverReadAsIfItWereWhole() throws Exception {
        Backup backup = keep(awkwardMessages());
        byte[] bytes = Files.readAllBytes(backup.file());
        // A bit in the payload of the batch of messages, well behind the header.
        bytes[bytes.length - 60] ^= 1;
        Files.write(backup.file(), bytes);

        assertThatThrownBy(() -> read(backup))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID));
    }

    @Test
    void aForeignFileInTheFolderIsLeftOut() throws Exception {
        Backup backup = keep(awkwardMessages());
        Files.writeString(folder.resolve("backups/notes.sbk"), "not a backup at all");

        assertThat(store.list()).containsExactly(backup);
    }

    @Test
    void aBackupThatTheDiskHasNoRoomForIsNotBegun() {
        assertThatThrownBy(
                        () ->
                                store.begin(
                                        UUID.randomUUID(), "p", "c", "orders", NOW, Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.CONFLICT));
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        BackupStore blocked = new BackupStore(file.resolve("backups"));

        assertThatThrownBy(() -> blocked.begin(UUID.randomUUID(), "p", "c", "orders", NOW, 0))
                .isInstanceOf(ConnectorException.class);
    }

    @Test
    void anEmptyBackupCanBeThrownAway() throws Exception {
        try (BackupWriter writer = begin()) {
            writer.discardEmpty();
        }
        assertThat(store.list()).isEmpty();
    }

    @Test
    void onlyItsOwnerCanReadABackup() throws Exception {
        Backup backup = keep(awkwardMessages());

        assertThat(Files.getPosixFilePermissions(backup.file()))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    @Test
    void repeatingPayloadsTakeLittleRoom() throws Exception {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            messages.add(message(i, "customer-" + i, "{\"amount\":12.50}".repeat(64)));
        }
        Backup backup = keep(messages);

        assertThat(backup.bytes()).isLessThan(1_000 * 1_024 / 10);
    }

    @SafeVarargs
    private Backup keep(List<Message>... batches) throws ConnectorException {
        try (BackupWriter writer = begin()) {
            for (List<Message> batch : batches) {
                writer.write(batch);
            }
            return writer.seal();
        }
    }

    private BackupWriter begin() throws ConnectorException {
        return store.begin(UUID.randomUUID(), "profile", "cluster-1", "orders", NOW, 1_000);
    }

    private static List<Message> read(Backup backup) throws ConnectorException {
        List<Message> messages = new ArrayList<>();
        try (BackupReader reader = backup.open()) {
            Optional<Message> next = reader.next();
            while (next.isPresent()) {
                messages.add(next.get());
                next = reader.next();
            }
        }
        return messages;
    }

    private static List<Message> awkwardMessages() {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < 256; i++) {
            everyByte[i] = (byte) i;
        }
        return List.of(
                message(0, "key", "value"),
                // A tombstone, and a message without key, headers or timestamp
                new Message(
                        new MessageId("orders", 2, Long.MAX_VALUE),
                        null,
                        TimestampType.NONE,
                        null,
                        null,
                        List.of()),
                // Empty is not null; names repeat; values may be null, binary or not ASCII
                new Message(
                        new MessageId("orders", 1, 5),
                        Instant.parse("2026-11-22T03:00:00.123456789Z"),
                        TimestampType.LOG_APPEND_TIME,
                        Bytes.utf8(""),
                        Bytes.of(everyByte),
                        List.of(
                                new Header("a", Bytes.of(everyByte)),
                                new Header("a", null),
                                new Header("订单", Bytes.utf8("值")),
                                new Header("", Bytes.utf8("")))),
                // Types, as AMQP has them, and properties beside the headers
                new Message(
                        new MessageId("orders", 0, 6),
                        NOW,
                        TimestampType.NONE,
                        Bytes.utf8("orders.new"),
                        Bytes.utf8("{}"),
                        List.of(
                                Header.of(
                                        "count", new HeaderValue.Whole(2, HeaderValue.Width.LONG)),
                                Header.of("none", new HeaderValue.Nothing()),
                                new Header("json", Bytes.utf8("{\"long\":2}"))),
                        List.of(
                                new Header("exchange", Bytes.utf8("orders")),
                                Header.of(
                                        "delivery-mode",
                                        new HeaderValue.Whole(2, HeaderValue.Width.BYTE)))));
    }

    private static Message message(long position, String key, String value) {
        return new Message(
                new MessageId("orders", 0, position),
                NOW,
                TimestampType.CREATE_TIME,
                Bytes.utf8(key),
                Bytes.utf8(value),
                List.of(new Header("message-id", Bytes.utf8("m-" + position))));
    }
}
