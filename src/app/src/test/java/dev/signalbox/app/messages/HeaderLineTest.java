package dev.signalbox.app.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.signalbox.app.messages.HeaderLine.Kind;
import dev.signalbox.core.model.Bytes;
import dev.signalbox.core.model.Header;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderLineTest {
    @Test
    void aHeaderIsShownAsWhatItIs() {
        List<HeaderLine> lines =
                HeaderLine.of(
                        List.of(
                                new Header("order-id", Bytes.utf8("4711")),
                                new Header("offset", number(8, 1_234)),
                                new Header("partition", number(4, 2)),
                                new Header("blob", Bytes.of(new byte[] {1, 2, 3})),
                                new Header("gone", null)));

        assertThat(lines)
                .extracting(HeaderLine::kind, HeaderLine::value)
                .containsExactly(
                        tuple(Kind.TEXT, "4711"),
                        tuple(Kind.NUMBER, "1234"),
                        tuple(Kind.NUMBER, "2"),
                        tuple(Kind.BINARY, "0x010203"),
                        tuple(Kind.ABSENT, ""));
    }

    @Test
    void namesThatRepeatAreAllThereInTheirOrder() {
        List<HeaderLine> lines =
                HeaderLine.of(
                        List.of(
                                new Header("h", Bytes.utf8("first")),
                                new Header("h", Bytes.utf8("second"))));

        assertThat(lines).extracting(HeaderLine::value).containsExactly("first", "second");
        assertThat(lines).extracting(HeaderLine::number).containsExactly(0, 1);
    }

    private static Bytes number(int size, long value) {
        ByteBuffer buffer = ByteBuffer.allocate(8).putLong(value);
        byte[] bytes = new byte[size];
        buffer.position(8 - size).get(bytes);
        return Bytes.of(bytes);
    }
}
