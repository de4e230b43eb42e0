package dev.signalbox.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupReader;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.HeaderValue;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageId;
import dev.signalbox.core.model.TimestampType;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageImportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00.123456789Z");

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void whatWasExportedComesBackToTheByte(ExportFormat format) throws Exception {
        List<Message> messages = hostile();
        Path file = folder.resolve("letters");
        try (MessageExport export =
                MessageExport.open(
                        file,
                        format,
                        new MessageExport.Source("shop", "cluster-1", "orders-dlt"),
                        NOW)) {
            for (Message message : messages) {
                export.write(message);
            }
            export.finish();
        }

        try (MessageImport read = open(file)) {
            assertThat(read.messages()).isEqualTo(messages.size());
            Backup backup = read.to("orders").backup();
            assertThat(read.to("orders").target()).isEqualTo("orders");
            assertThat(withoutPlaces(messages(backup))).isEqualTo(withoutPlaces(messages));
        }
        assertThat(copies()).isEmpty();
        assertThat(file).exists();
    }

    @Test
    void anyTextGoesThroughATableUnchanged() throws Exception {
        List<String> parts =
                List.of(
                        ",",
                        "\"",
                        "\"\"",
                        "\r\n",
                        "\n",
                        "\r",
                        "'",
                        "=1",
                        "@",
                        "\t",
                        " ",
                        "a",
                        "é",
                        "订",
                        "\uD83D\uDE00",
                        "\uFEFF",
                        "0x",
                        "null");
        Random random = new Random(4180);
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            messages.add(
                    new Message(
                            new MessageId("orders-dlt", 0, i),
                            NOW,
                            TimestampType.CREATE_TIME,
                            Bytes.utf8(text(parts, random)),
                            Bytes.utf8(text(parts, random)),
                            List.of(
                                    new Header(
                                            text(parts, random),
                                            Bytes.utf8(text(parts, random))))));
        }
        Path file = folder.resolve("table.csv");
        try (MessageExport export =
                MessageExport.open(
                        file,
                        ExportFormat.CSV,
                        new MessageExport.Source("shop", "cluster-1", "orders-dlt"),
                        NOW)) {
            for (Message message : messages) {
                export.write(message);
            }
            export.finish();
        }

        try (MessageImport read = open(file)) {
            assertThat(withoutPlaces(messages(read.to("orders").backup())))
                    .isEqualTo(withoutPlaces(messages));
        }
    }

    private static String text(List<String> parts, Random random) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(8); left > 0; left--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    @Test
    void aCellKeepsItsLineEndsInATableOfAnotherMaker() throws Exception {
        List<Message> messages = messages("value,key\r\n\"a\r\nb\nc\",\"k \"\"1\"\"\"\r\n");

        assertThat(messages.getFirst().value()).isEqualTo(Bytes.utf8("a\r\nb\nc"));
        assertThat(messages.getFirst().key()).isEqualTo(Bytes.utf8("k \"1\""));
    }

    @Test
    void theSameFileIsKnownAgain() throws Exception {
        Path one = write("{\"value\":\"a\"}\n");
        Path other = folder.resolve("other");
        Files.writeString(other, "{\"value\":\"b\"}\n");
        try (MessageImport first = open(one);
                MessageImport again = open(one);
                MessageImport different = open(other)) {
            assertThat(again.to("x").backup().id()).isEqualTo(first.to("x").backup().id());
            assertThat(different.to("x").backup().id()).isNotEqualTo(first.to("x").backup().id());
        }
    }

    @Test
    void aLineNeedsItsValueOnly() throws Exception {
        List<Message> messages =
                messages("\n{\"value\":\"订单\"}\r\n\n{\"key\":\"k\",\"value\":null}");

        assertThat(messages).hasSize(2);
        assertThat(messages.getFirst().value()).isEqualTo(Bytes.utf8("订单"));
        assertThat(messages.getFirst().key()).isNull();
        assertThat(messages.getFirst().timestamp()).isNull();
        assertThat(messages.getFirst().id().partition()).isEqualTo(MessageSource.ANY_PARTITION);
        assertThat(messages.get(1).value()).isNull();
    }

    @Test
    void aTableNeedsAColumnOfValuesOnly() throws Exception {
        List<Message> messages = messages("\uFEFFvalue,key\na,k\n\"b, \"\"c\"\"\",\n,\n");

        assertThat(messages.stream().map(Message::value))
                .containsExactly(Bytes.utf8("a"), Bytes.utf8("b, \"c\""), Bytes.utf8(""));
        assertThat(messages.stream().map(Message::key))
                .containsExactly(Bytes.utf8("k"), null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":\"a\"}\n\n{\"value\":}",
                "{\"value\":\"a\"}\n\n[]",
                "{\"value\":\"a\"}\n\n{\"value\":\"a\"} {}",
                "{\"value\":\"a\"}\n\n{\"key\":\"a\"}",
                "{\"value\":\"a\"}\n\n{\"value\":\"a\",\"vlaue\":\"b\"}",
                "{\"value\":\"a\"}\n\n{\"value\":\"a\",\"value\":\"b\"}",
                "{\"value\":\"a\"}\n\n{\"value\":\"a\",\"valueBase64\":\"YQ==\"}",
                "{\"value\":\"a\"}\n\n{\"value\":{\"order\":1}}",
                "{\"value\":\"a\"}\n\n{\"valueBase64\":\"?\"}",
                "{\"value\":\"a\"}\n\n{\"valueBase64\":null}",
                "{\"value\":\"a\"}\n\n{\"value\":\"a\",\"partition\":-1}",
                "{\"value\":\"a\"}\n\n{\"value\":\"a\",\"partition\":3000000000}",
                "{\"value\":\"a\"}\n\n{\"value\":\"a\",\"timestamp\":\"yesterday\"}",
                "{\"value\":\"a\"}\n\n{\"value\":\"a\",\"timestamp\":12}",
                "{\"value\":\"a\"}\n\n{\"value\":\"a\",\"timestampType\":\"SOME\"}",
                "{\"value\":\"a\"}\n\n{\"value\":\"a\",\"headers\":{\"a\":\"b\"}}",
                "{\"value\":\"a\"}\n\n{\"value\":\"a\",\"headers\":[{\"value\":\"b\"}]}",
                "{\"value\":\"a\"}\n\n{\"value\":\"a\",\"headers\":[{\"name\":\"n\",\"typed\":1}]}",
                "value,keyIs,key\na,,\nb,hex,zz",
                "value,keyIs,key\na,,\nb,hex,0xzz",
                "value,keyIs,key\na,,\nb,none,zz",
                "value,keyIs,key\na,,\nb,what,zz",
                "value,keyIs,key\na,,\nb,text",
                "value,partition,key\na,,\nb,-1,",
                "value,partition,key\na,,\nb,x,",
                "value,headers,key\na,,\nb,x,",
                "value,timestamp,key\na,,\nb,x,",
                "value,key\na,\n\"b,\n",
                "value,key\na,\n\"b\"c,\n"
            })
    void oneBadLineAndNothingIsImported(String content) throws Exception {
        assertRefused(write(content), "Line 3: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key,what\\na,b | Line 1: ",
                "value,value\\na,b | Line 1: ",
                "key\\na | Line 1: ",
                "'' | Line 1: ",
                "value\\n | no message",
                "{\"value\":\"a\" | Line 1: "
            })
    void aFileThatIsNoneIsRefused(String content, String told) throws Exception {
        assertRefused(write(content.replace("\\n", "\n")), told);
    }

    @Test
    void bytesThatAreNoTextAreRefusedWithTheirLine() throws Exception {
        Path file = folder.resolve("bytes");
        byte[] bytes = "{\"value\":\"a\"}\n{\"value\":\"?\"}\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xFF;
        Files.write(file, bytes);

        assertRefused(file, "Line 2: ");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThatThrownBy(() -> open(folder.resolve("none")))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(ProblemKind.NOT_FOUND));
    }

    private void assertRefused(Path file, String told) throws Exception {
        assertThatThrownBy(() -> open(file))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> {
                            assertThat(e.problem().kind()).isEqualTo(ProblemKind.INVALID);
                            assertThat(e.problem().summary())
                                    .contains(told)
                                    .contains(file.toString())
                                    .doesNotContain("!import");
                        });
        assertThat(copies()).isEmpty();
    }

    private List<Message> messages(String content) throws Exception {
        try (MessageImport read = open(write(content))) {
            return messages(read.to("x").backup());
        }
    }

    private Path write(String content) throws Exception {
        Path file = folder.resolve("messages");
        Files.writeString(file, content);
        return file;
    }

    private MessageImport open(Path file) throws ConnectorException {
        return MessageImport.open(file, folder.resolve("imports"), NOW);
    }

    private List<Path> copies() throws Exception {
        Path copies = folder.resolve("imports");
        if (!Files.exists(copies)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(copies)) {
            return files.toList();
        }
    }

    private static List<Message> messages(Backup backup) throws Exception {
        List<Message> read = new ArrayList<>();
        try (BackupReader reader = backup.open()) {
            for (Optional<Message> next = reader.next(); next.isPresent(); next = reader.next()) {
                read.add(next.get());
            }
        }
        return read;
    }

    /// The name of what they are from is the file's where it is no backup.
    private static List<Message> withoutPlaces(List<Message> messages) {
        return messages.stream()
                .map(
                        each ->
                                new Message(
                                        new MessageId(
                                                "", each.id().partition(), each.id().position()),
                                        each.timestamp(),
                                        each.timestampType(),
                                        each.key(),
                                        each.value(),
                                        each.headers(),
                                        each.properties()))
                .toList();
    }

    private static List<Message> hostile() {
        List<@Nullable Bytes> contents = new ArrayList<>();
        contents.add(null);
        contents.add(Bytes.utf8(""));
        for (String text :
                List.of(
                        "订单 \uD83D\uDE00",
                        "a\r\nb\n\"c\",d\r",
                        "\n",
                        "=1+1",
                        "'=1+1",
                        "''@x",
                        "'quoted'",
                        "-1",
                        "\t",
                        "0x41",
                        "null",
                        " blank ",
                        "\u0000\u2028\uFEFF\uFFFD",
                        "[".repeat(10_000),
                        "x".repeat(1 << 20))) {
            contents.add(Bytes.utf8(text));
        }
        contents.add(Bytes.of(new byte[] {0, -1, '"', '\n'}));
        List<Message> messages = new ArrayList<>();
        for (Bytes each : contents) {
            int number = messages.size();
            messages.add(
                    new Message(
                            new MessageId("orders-dlt", number % 3, number * 1_000_000_000_000L),
                            number % 4 == 0 ? null : NOW,
                            number % 4 == 0
                                    ? TimestampType.NONE
                                    : number % 4 == 1
                                            ? TimestampType.LOG_APPEND_TIME
                                            : TimestampType.CREATE_TIME,
                            contents.get(contents.size() - 1 - number),
                            each,
                            List.of(
                                    new Header("same", each),
                                    new Header("same", null),
                                    new Header("", Bytes.utf8("=x")),
                                    Header.of(
                                            "tries",
                                            new HeaderValue.Whole(2, HeaderValue.Width.SHORT))),
                            number % 2 == 0
                                    ? List.of()
                                    : List.of(new Header("exchange", Bytes.utf8("shop")))));
        }
        return messages;
    }
}
