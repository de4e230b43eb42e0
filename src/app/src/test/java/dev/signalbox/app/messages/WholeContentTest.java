package dev.signalbox.app.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.messages.Content.Format;
import dev.signalbox.app.messages.Content.Look;
import dev.signalbox.core.model.Bytes;
import org.junit.jupiter.api.Test;

class WholeContentTest {
    @Test
    void allLinesOfALongJsonAreThere() {
        String json = "[" + "{\"order\":4711,\"note\":\"ok\"},".repeat(40_000) + "1]";

        WholeContent content = WholeContent.of(Bytes.utf8(json), Look.PRETTY);

        assertThat(content.format()).isEqualTo(Format.JSON);
        assertThat(content.lines()).hasSize(40_000 * 4 + 3);
        assertThat(content.lines().getLast()).isEqualTo("]");
        assertThat(content.text().replaceAll("\\s", "")).isEqualTo(json);
    }

    @Test
    void aLineWithoutEndIsBrokenAndNothingOfItIsLost() {
        String text = "\uD83D\uDE00".repeat(7_000) + "\n\nend";

        WholeContent content = WholeContent.of(Bytes.utf8(text), Look.TEXT);

        assertThat(content.lines()).allMatch(line -> line.length() <= 2_000);
        assertThat(content.lines())
                .filteredOn(line -> !line.isEmpty())
                .noneMatch(line -> Character.isLowSurrogate(line.charAt(0)));
        assertThat(String.join("", content.lines())).isEqualTo(text.replace("\n", ""));
        assertThat(content.text()).isEqualTo(text);
    }

    @Test
    void nothingButLineEndsIsAsManyLines() {
        WholeContent content = WholeContent.of(Bytes.utf8("\n".repeat(100_000)), Look.TEXT);

        assertThat(content.lines()).hasSize(100_000).allMatch(String::isEmpty);
    }

    @Test
    void everyByteIsShownInHex() {
        byte[] bytes = new byte[100_001];
        bytes[100_000] = 'z';

        WholeContent content = WholeContent.of(Bytes.of(bytes), Look.HEX);

        assertThat(content.look()).isEqualTo(Look.HEX);
        assertThat(content.lines()).hasSize(6_251);
        assertThat(content.lines().getLast()).startsWith("0186a0  7a").endsWith("z");
    }

    @Test
    void whatIsNoJsonStaysText() {
        assertThat(WholeContent.of(Bytes.utf8("{\"a\":"), Look.PRETTY).look()).isEqualTo(Look.TEXT);
    }
}
