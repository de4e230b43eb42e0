package dev.signalbox.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.core.model.HeaderValue.Width;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValueTest {
    static List<HeaderValue> values() {
        return List.of(
                new HeaderValue.Text("rejected"),
                new HeaderValue.Text("{\"int\":5}"),
                new HeaderValue.Binary(Bytes.of(new byte[] {0, -1, 7})),
                new HeaderValue.Truth(true),
                new HeaderValue.Whole(-1, Width.BYTE),
                new HeaderValue.Whole(300, Width.SHORT),
                new HeaderValue.Whole(5, Width.INT),
                new HeaderValue.Whole(Long.MAX_VALUE, Width.LONG),
                new HeaderValue.Real(Double.NaN, false),
                new HeaderValue.Real(1.5, true),
                new HeaderValue.Decimal(new BigDecimal("1.00")),
                new HeaderValue.Moment(Instant.parse("2026-11-22T03:00:00Z")),
                new HeaderValue.Nothing(),
                new HeaderValue.Listing(List.of()),
                death());
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueComesBackFromItsHeaderWithItsType(HeaderValue value) {
        assertThat(Header.of("x", value).content()).isEqualTo(value);
    }

    @Test
    void textStaysTheBytesItIs() {
        assertThat(Header.of("x", new HeaderValue.Text("5")))
                .isEqualTo(new Header("x", Bytes.utf8("5")));
    }

    @Test
    void equalTablesAreEqualBytesWhateverTheirOrder() {
        Header one = Header.of("x", HeaderValue.Table.of(Map.of("a", text("1"), "b", text("2"))));
        Header other = Header.of("x", HeaderValue.Table.of(Map.of("b", text("2"), "a", text("1"))));

        assertThat(one).isEqualTo(other);
        assertThat(one.value()).isEqualTo(Bytes.utf8("{\"table\":{\"a\":\"1\",\"b\":\"2\"}}"));
    }

    @Test
    void aNumberReadsAsItsDigitsAndATableAsJson() {
        assertThat(Header.of("x", new HeaderValue.Whole(5, Width.LONG)).text()).contains("5");
        assertThat(Header.of("x", new HeaderValue.Listing(List.of(text("a")))).text())
                .contains("[\"a\"]");
        assertThat(new Header("x", null).text()).isEmpty();
        assertThat(new Header("x", Bytes.of(new byte[] {-1})).text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "5",
                "{}",
                "{\"int\":5,\"long\":6}",
                "{\"int\":\"5\"}",
                "{\"int\":1.5}",
                "{\"int\":99999999999999999999}",
                "{\"bytes\":\"***\"}",
                "{\"time\":\"yesterday\"}",
                "{\"decimal\":\"x\"}",
                "{\"whatever\":1}"
            })
    void aDamagedTypeIsBytes(String json) {
        assertThat(new Header("x", Bytes.utf8(json), true).content())
                .isEqualTo(new HeaderValue.Binary(Bytes.utf8(json)));
    }

    @Test
    void tablesTooDeepToBeMeantAreRefusedNotOverflowed() {
        HeaderValue deep = text("bottom");
        for (int i = 0; i < 10_000; i++) {
            deep = new HeaderValue.Listing(List.of(deep));
        }
        HeaderValue tooDeep = deep;

        assertThatThrownBy(() -> Header.of("x", tooDeep))
                .isInstanceOf(IllegalArgumentException.class);
        String json = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(new Header("x", Bytes.utf8(json), true).content())
                .isInstanceOf(HeaderValue.Binary.class);
    }

    private static HeaderValue death() {
        return new HeaderValue.Listing(
                List.of(
                        HeaderValue.Table.of(
                                Map.of(
                                        "count", new HeaderValue.Whole(2, Width.LONG),
                                        "reason", text("rejected"),
                                        "routing-keys", new HeaderValue.Listing(List.of(text("a"))),
                                        "time", new HeaderValue.Moment(Instant.EPOCH)))));
    }

    private static HeaderValue text(String value) {
        return new HeaderValue.Text(value);
    }
}
