package dev.signalbox.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.core.metrics.Derived.Latency;
import dev.signalbox.core.model.Reading;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ShownTextTest {
    @Test
    void anUnknownFigureIsADashAndAnEstimateHasATilde() {
        assertThat(Figures.of(Reading.unknown("why"))).isEqualTo("-");
        assertThat(Figures.of(new Reading.Estimate(5, "how"))).isEqualTo("~5");
        assertThat(Figures.of(Reading.of(1204))).isEqualTo("1204");
        assertThat(Figures.of(OptionalLong.empty())).isEqualTo("-");
        assertThat(Figures.of(OptionalDouble.of(2.25))).isEqualTo("2.3");
        assertThat(Figures.percent(OptionalDouble.of(0.995))).isEqualTo("99.5 %");
    }

    @Test
    void aLatencyShorterThanThePollsCanTellIsABoundNotAFigure() {
        Duration poll = Duration.ofSeconds(2);
        Duration mean = Duration.ofMillis(300);
        assertThat(Figures.p95(new Latency(mean, Duration.ZERO, poll))).isEqualTo("< 2 s");
        assertThat(Figures.p95(new Latency(mean, Duration.ofMillis(4100), poll)))
                .isEqualTo("4100 ms");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "119, 119 s", "125, 2 min 5 s", "9600, 2 h 40 min"})
    void aDurationIsShownAsCoarselyAsItIsLong(long seconds, String shown) {
        assertThat(Figures.of(Duration.ofSeconds(seconds))).isEqualTo(shown);
    }

    @Test
    void textFromAServerStaysOnItsLineAndSteersNothing() {
        assertThat(Plain.of("a\nb\tc\u001b[2J\u202ed\u0000")).isEqualTo("a b c?[2J?d?");
        assertThat(Plain.of("\u8ba2\u5355 \ud83d\ude00")).isEqualTo("\u8ba2\u5355 \ud83d\ude00");
        assertThat(Plain.of("abcdefgh", 6)).isEqualTo("abc...");
    }

    @Test
    void figuresStandOnTheRight() {
        Table table = new Table(Table.Column.text("NAME"), Table.Column.figure("LAG"));
        table.add("a", 1);
        table.add("long name", 1200);

        assertThat(table.lines())
                .containsExactly("NAME        LAG", "a             1", "long name  1200");
    }

    @ParameterizedTest
    @CsvSource({"90s, PT1M30S", "2m, PT2M", "1H, PT1H", "500ms, PT0.5S", "PT5S, PT5S"})
    void durationsAreReadInShortAndInIso(String text, Duration duration) {
        assertThat(new DurationConverter().convert(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "90", "s", "-5s", "PT-5S", "9999999999s"})
    void whatIsNoDurationIsSaid(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new DurationConverter().convert(text))
                .withMessageContaining("not a duration");
    }
}
