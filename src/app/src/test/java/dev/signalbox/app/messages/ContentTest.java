package dev.signalbox.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.messages.Content.Format;
import dev.signalbox.app.messages.Content.Look;
import dev.signalbox.core.model.Bytes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContentTest {
    @Test
    void jsonIsLaidOutAndItsNumbersStayToTheLetter() {
        Content content =
                Content.of(
                        Bytes.utf8(
                                "{\"total\":1.10,\"big\":12345678901234567890,\"a\":[],\"b\":[1,2]}"));

        assertThat(content.format()).isEqualTo(Format.JSON);
        assertThat(content.shown())
                .isEqualTo(
                        """
                        {
                          "total": 1.10,
                          "big": 12345678901234567890,
                          "a": [],
                          "b": [
                            1,
                            2
                          ]
                        }\
                        """);
    }

    @Test
    void bracesAndEscapesWithinTextsAreLeftAlone() {
        Content content = Content.of(Bytes.utf8("{\"note\":\"a \\\"{b}\\\", c: [d]\"}"));

        assertThat(content.shown()).isEqualTo("{\n  \"note\": \"a \\\"{b}\\\", c: [d]\"\n}");
    }

    @Test
    void whatOnlyLooksLikeJsonStaysTextAsItIs() {
        for (String text : new String[] {"{\"a\":1", "{\"a\":1} tail", "{a}", "42", "[1,]"}) {
            Content content = Content.of(Bytes.utf8(text));

            assertThat(content.format()).as(text).isEqualTo(Format.TEXT);
            assertThat(content.shown()).isEqualTo(text);
        }
    }

    @Test
    void bytesThatAreNoTextAreShownInHexWithTheirPrintablePart() {
        Content content = Content.of(Bytes.of(new byte[] {0, 1, 'o', 'k', (byte) 0xff}));

        assertThat(content.format()).isEqualTo(Format.BINARY);
        assertThat(content.shown()).startsWith("000000  00 01 6f 6b ff").contains("..ok.");
    }

    @Test
    void theSameBytesCanBeLookedAtLaidOutAsTextAndInHex() {
        Bytes json = Bytes.utf8("{\"a\":[1]}");

        assertThat(Content.looks(json)).containsExactly(Look.PRETTY, Look.TEXT, Look.HEX);
        assertThat(Content.of(json, Look.PRETTY).shown()).contains("\n  \"a\"");
        assertThat(Content.of(json, Look.TEXT).shown()).isEqualTo("{\"a\":[1]}");
        assertThat(Content.of(json, Look.HEX).shown()).startsWith("000000  7b 22 61");
        assertThat(Content.looks(Bytes.utf8("text"))).containsExactly(Look.TEXT, Look.HEX);
        assertThat(Content.of(Bytes.utf8("text"), Look.PRETTY).shown()).isEqualTo("text");
        assertThat(Content.looks(null)).isEmpty();
        assertThat(Content.looks(Bytes.of(new byte[0]))).isEmpty();
    }

    @Test
    void bytesThatAreNoTextCanBeLookedAtAsTextAllTheSame() {
        Bytes bytes = Bytes.of(new byte[] {0, 'o', 'k', (byte) 0xff, '\n'});

        assertThat(Content.looks(bytes)).containsExactly(Look.HEX, Look.TEXT);
        assertThat(Content.of(bytes, Look.TEXT).shown()).isEqualTo("\u2400ok\uFFFD\n");
    }

    @Test
    void noValueIsNotAnEmptyValue() {
        assertThat(Content.of(null).format()).isEqualTo(Format.ABSENT);
        assertThat(Content.of(Bytes.utf8("")).format()).isEqualTo(Format.EMPTY);
        assertThat(Content.described(Format.ABSENT, 0)).isEqualTo("no value");
    }

    @Test
    void ofALongTextOnlyTheBeginningIsShownAndItSaysSo() {
        Bytes bytes = Bytes.utf8("x".repeat(300_000));
        Content content = Content.of(bytes);

        assertThat(content.cut()).isTrue();
        assertThat(content.shown()).hasSizeLessThan(300_000);
    }

    @Test
    void ofJsonThatBecomesManyTimesAsLongTheTextIsShownAsItIs() {
        String deep = "[".repeat(900) + "1,".repeat(5_000) + "1" + "]".repeat(900);

        assertThat(Content.of(Bytes.utf8(deep)).shown()).isEqualTo(deep);
    }

    @Test
    void aCharacterIsNotCutInTwo() {
        String text = "x" + "\u00e9".repeat(200_000);

        Content content = Content.of(Bytes.utf8(text));

        assertThat(content.format()).isEqualTo(Format.TEXT);
        assertThat(text).startsWith(content.shown());
        assertThat(Content.line(Bytes.utf8(text))).isEqualTo(text.substring(0, 200));
        byte[] noCharacters = new byte[300_000];
        Arrays.fill(noCharacters, (byte) 0x80);
        assertThat(Content.of(Bytes.of(noCharacters)).format()).isEqualTo(Format.BINARY);
    }

    @Test
    void inATableAContentIsOneLine() {
        assertThat(Content.line(Bytes.utf8("{\n  \"a\": 1\n}"))).isEqualTo("{ \"a\": 1 }");
        assertThat(Content.line(Bytes.of(new byte[] {0, 7}))).isEqualTo("0x0007");
        assertThat(Content.line(null)).isEmpty();
    }
}
