package dev.signalbox.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.testing.Samples;
import dev.signalbox.app.testing.Shelves;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.HeaderValue;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageEdits;
import dev.signalbox.core.port.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterEditViewModelTest {
    private static final LetterPlace PLACE = LetterPlace.of(List.of(Samples.broker())).getFirst();

    @Test
    void whatNobodyTouchesStaysToTheByte() {
        Bytes odd = Bytes.of(new byte[] {(byte) 0xC3, 0x28});
        List<Header> headers =
                List.of(
                        new Header("binary", odd),
                        new Header("none", null),
                        Header.of("tenant", new HeaderValue.Whole(7, HeaderValue.Width.INT)),
                        new Header("twice", Bytes.utf8("a")),
                        new Header("twice", Bytes.utf8("b")));
        LetterEditViewModel edit = edit(odd, Bytes.utf8("{\r\n\"a\":1}\r\n"), headers);

        assertThat(edit.edited()).contains(edit.original());
        assertThat(edit.isChanged()).isFalse();
        edit.headers().getLast().value().set("c");

        MessageEdits.ByHand made = made(edit);
        assertThat(made.key()).isEqualTo(odd);
        assertThat(made.value()).isEqualTo(Bytes.utf8("{\r\n\"a\":1}\r\n"));
        assertThat(made.headers().subList(0, 4)).isEqualTo(headers.subList(0, 4));
        assertThat(made.headers().getLast().text()).contains("c");
    }

    @Test
    void headersOfTheFailureAreNotTheMessagesOwnAndTheCountOfReplaysStays() {
        Message letter = Shelves.letter(1);
        List<Header> headers = new ArrayList<>(letter.headers());
        headers.add(new Header("signalbox-replay-count", Bytes.utf8("2")));
        LetterEditViewModel edit = edit(letter.key(), letter.value(), headers);

        assertThat(edit.headers())
                .extracting(it -> it.name().get())
                .containsExactly("order-id", "xid");
        edit.value().text().set("{}");

        assertThat(made(edit).headers())
                .extracting(Header::name)
                .containsExactly("signalbox-replay-count", "order-id", "xid");
    }

    @Test
    void keyAndPayloadCanBeTakenAwayAndGiven() {
        LetterEditViewModel edit = edit(null, Bytes.utf8("v"), List.of());
        assertThat(edit.key().absent().get()).isTrue();
        edit.key().absent().set(false);
        edit.key().text().set("k");
        edit.value().absent().set(true);

        assertThat(made(edit).key()).isEqualTo(Bytes.utf8("k"));
        assertThat(made(edit).value()).isNull();
        edit.value().absent().set(false);
        edit.value().text().set("");
        assertThat(made(edit).value()).isEqualTo(Bytes.of(new byte[0]));
    }

    @Test
    void aHeaderWithATypeKeepsItOrIsNotSent() {
        LetterEditViewModel edit =
                edit(
                        null,
                        null,
                        List.of(
                                Header.of(
                                        "tenant",
                                        new HeaderValue.Whole(7, HeaderValue.Width.INT))));
        HeaderEdit header = edit.headers().getFirst();
        header.value().set("{\"int\":8}");
        assertThat(made(edit).headers().getFirst().content())
                .isEqualTo(new HeaderValue.Whole(8, HeaderValue.Width.INT));

        header.value().set("{\"int\":");
        assertThat(edit.edited()).isEmpty();
        assertThat(edit.action()).isEmpty();
        assertThat(edit.isChanged()).isFalse();
    }

    @Test
    void aDifferenceIsALineAndNotTheWhole() {
        LetterEditViewModel edit =
                edit(
                        Bytes.utf8("k"),
                        Bytes.utf8("{\"a\":1,\"b\":2}"),
                        List.of(new Header("tenant", Bytes.utf8("eu"))));
        edit.value().text().set("{\"a\":1,\"b\":3}");
        edit.headers().removeFirst();
        edit.headers().add(HeaderEdit.fresh());
        edit.headers().getFirst().name().set("region");

        List<Difference.Line> changed =
                Difference.of(edit.original(), edit.edited().orElseThrow()).stream()
                        .filter(line -> line.kind() != Difference.Kind.SAME)
                        .toList();

        assertThat(changed)
                .containsExactly(
                        new Difference.Line(Difference.Kind.CHANGED, "tenant: eu", "region: "),
                        new Difference.Line(Difference.Kind.CHANGED, "  \"b\": 2", "  \"b\": 3"));
    }

    private static LetterEditViewModel edit(
            @Nullable Bytes key, @Nullable Bytes value, List<Header> headers) {
        Message usual = Shelves.letter(1);
        Message message =
                new Message(
                        usual.id(), usual.timestamp(), usual.timestampType(), key, value, headers);
        return new LetterEditViewModel(PLACE, Letter.of(message, Optional.empty()));
    }

    private static MessageEdits.ByHand made(LetterEditViewModel edit) {
        Action.ReplayDeadLetters replay = (Action.ReplayDeadLetters) edit.action().orElseThrow();
        return (MessageEdits.ByHand) replay.edits();
    }
}
