package dev.signalbox.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.messages.Content;
import dev.signalbox.app.messages.HeaderLine;
import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.core.deadletter.CauseGroups;
import dev.signalbox.core.deadletter.LetterFilter;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Letters that nobody would write on purpose. Each is shown, in no more than a screen bears.
class HostileLettersTest {
    private static final int MIB = 1024 * 1024;
    private static final int BEARABLE = 10_000;
    private static final Bytes NO_TEXT = Bytes.of(new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF, 0});

    @Test
    void aHeaderOfAMebibyteIsCutWhereItIsShown() {
        for (Bytes huge : List.of(Bytes.of(new byte[MIB]), Bytes.utf8("x".repeat(MIB)))) {
            Message message = message(Bytes.utf8("k"), Bytes.utf8("v"), new Header("huge", huge));

            HeaderLine line = HeaderLine.of(message.headers()).getLast();

            assertThat(line.value()).hasSizeLessThan(BEARABLE).endsWith("…");
            shown(message);
        }
    }

    @Test
    void aStackTraceOfAMebibyteIsShownByItsBeginning() {
        Message message =
                message(
                        null,
                        null,
                        new Header(
                                "kafka_dlt-exception-stacktrace",
                                Bytes.utf8("x.Y: z\n" + "\tat a.B.c(B.java:1)\n".repeat(50_000))));

        assertThat(StackTrace.of(shown(message).letter().cause().orElseThrow().stackTrace()))
                .hasSizeLessThan(BEARABLE);
    }

    @Test
    void bytesThatAreNoTextAreShownAsBytes() {
        Message message = message(NO_TEXT, NO_TEXT, new Header("h", NO_TEXT));

        assertThat(Content.of(message.value()).format()).isEqualTo(Content.Format.BINARY);
        assertThat(Content.line(message.key())).isEqualTo("0xc328ff00");
        shown(message);
    }

    @Test
    void jsonOfTenThousandLevelsIsShownAsText() {
        Message message = message(null, Bytes.utf8("[".repeat(10_000) + "]".repeat(10_000)));

        assertThat(Content.of(message.value()).format()).isEqualTo(Content.Format.TEXT);
        assertThat(LetterEditViewModel.canEdit(shown(message))).isTrue();
    }

    @Test
    void aKeyOfNoLengthIsNotNoKey() {
        assertThat(Content.of(message(Bytes.of(new byte[0]), null).key()).format())
                .isEqualTo(Content.Format.EMPTY);
        assertThat(Content.of(message(null, null).key()).format()).isEqualTo(Content.Format.ABSENT);
        shown(message(Bytes.of(new byte[0]), Bytes.of(new byte[0])));
    }

    @Test
    void aTombstoneIsShownAndFiltered() throws Exception {
        Letter letter = shown(message(Bytes.utf8("k"), null));

        assertThat(LetterFilter.parse(List.of("payload~x")).test(letter.letter())).isFalse();
        assertThat(LetterFilter.parse(List.of("payload/a!=1")).test(letter.letter())).isTrue();
    }

    @Test
    void namesThatRepeatAreAllShownInTheirOrder() {
        Message message =
                message(
                        null,
                        null,
                        new Header("name", Bytes.utf8("one")),
                        new Header("", Bytes.utf8("no name")),
                        new Header("name", Bytes.utf8("two")),
                        new Header("none", null));

        List<HeaderLine> lines = HeaderLine.of(message.headers());

        assertThat(lines.subList(lines.size() - 4, lines.size()))
                .extracting(HeaderLine::value)
                .containsExactly("one", "no name", "two", "");
        shown(message);
    }

    @Test
    void numbersOfTheWrongLengthTellNothing() {
        for (int length : List.of(0, 1, 3, 5, 8, 4096)) {
            Message message =
                    message(
                            null,
                            null,
                            new Header("kafka_dlt-original-topic", Bytes.utf8("orders")),
                            new Header("kafka_dlt-original-partition", Bytes.of(new byte[length])),
                            new Header("kafka_dlt-original-offset", Bytes.of(new byte[length])),
                            new Header("kafka_dlt-original-timestamp", null),
                            new Header("retry_topic-attempts", Bytes.of(new byte[length])));

            assertThat(shown(message).origin()).contains("orders");
        }
    }

    /// Everything the screen makes of a letter.
    private static Letter shown(Message message) {
        Letter letter = Letter.of(message, Optional.empty());
        CauseGroups causes = new CauseGroups();
        causes.add(letter.letter());
        List<CauseRow> rows =
                CauseRow.of(
                        new Found(causes.summary(), List.of(letter), 1, 0, false, Optional.empty()),
                        Map.of());
        assertThat(Causes.said(rows.getFirst().group().key())).hasSizeLessThan(BEARABLE);
        assertThat(Content.line(message.key())).hasSizeLessThan(BEARABLE);
        assertThat(letter.orderId().isPresent() || letter.xid().isPresent()).isFalse();
        assertThat(Content.of(message.value()).shown()).hasSizeLessThan(BEARABLE * 100);
        LetterEditViewModel edit =
                new LetterEditViewModel(
                        LetterPlace.of(List.of(Samples.broker())).getFirst(), letter);
        assertThat(edit.edited()).contains(edit.original());
        assertThat(Difference.of(edit.original(), edit.original()))
                .allSatisfy(line -> assertThat(line.before()).hasSizeLessThan(BEARABLE));
        return letter;
    }

    private static Message message(@Nullable Bytes key, @Nullable Bytes value, Header... headers) {
        Message usual = Shelves.letter(1);
        List<Header> all = new ArrayList<>(List.of(headers));
        return new Message(usual.id(), usual.timestamp(), usual.timestampType(), key, value, all);
    }
}
