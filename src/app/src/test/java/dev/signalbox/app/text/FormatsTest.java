package dev.signalbox.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.model.Reading;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final Locale BEFORE = Locale.getDefault();

    @BeforeAll
    static void writeInEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterAll
    static void writeAsBefore() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void thousandsAreSetApartByANarrowSpace() {
        assertThat(Formats.number(0)).isEqualTo("0");
        assertThat(Formats.number(1_204)).isEqualTo("1\u202F204");
        assertThat(Formats.number(-48_000_000)).isEqualTo("-48\u202F000\u202F000");
    }

    @Test
    void theUnknownIsADashWithItsReasonNeverZero() {
        Shown shown = Formats.reading(Reading.unknown("may not be read"));
        assertThat(shown.text()).isEqualTo("–");
        assertThat(shown.hint()).isEqualTo("may not be read");
        assertThat(Formats.number(OptionalLong.empty(), "why").text()).isEqualTo("–");
        assertThat(Formats.rate(OptionalDouble.empty()).text()).isEqualTo("–");
        assertThat(Formats.share(OptionalDouble.empty()).text()).isEqualTo("–");
    }

    @Test
    void anEstimateSaysSo() {
        Shown shown = Formats.reading(new Reading.Estimate(1_500, "offsets"));
        assertThat(shown.text()).isEqualTo("≈ 1\u202F500");
        assertThat(shown.hint()).contains("offsets");
    }

    @Test
    void bytesAreCountedInPowersOf1024() {
        assertThat(Formats.bytes(999)).isEqualTo("999 B");
        assertThat(Formats.bytes(1_024)).isEqualTo("1.0 KiB");
        assertThat(Formats.bytes(1_258_291)).isEqualTo("1.2 MiB");
        assertThat(Formats.bytes(500L * 1_024 * 1_024)).isEqualTo("500 MiB");
        assertThat(Formats.bytes(Long.MAX_VALUE)).endsWith(" PiB");
    }

    @Test
    void aRateThatIsMoreThanNothingNeverReadsAsNothing() {
        assertThat(Formats.rate(0)).isEqualTo("0/s");
        assertThat(Formats.rate(0.001)).isEqualTo("<0.1/s");
        assertThat(Formats.rate(0.04999)).isEqualTo("<0.1/s");
        assertThat(Formats.rate(12.44)).isEqualTo("12.4/s");
        assertThat(Formats.rate(12_345.6)).isEqualTo("12\u202F346/s");
    }

    @Test
    void onlyAllIsAHundredPercentAndOnlyNothingIsZero() {
        assertThat(Formats.share(1)).isEqualTo("100 %");
        assertThat(Formats.share(0.99999)).isEqualTo(">99.9 %");
        assertThat(Formats.share(0.9962)).isEqualTo("99.6 %");
        assertThat(Formats.share(0)).isEqualTo("0 %");
        assertThat(Formats.share(0.0001)).isEqualTo("<0.1 %");
    }
}
