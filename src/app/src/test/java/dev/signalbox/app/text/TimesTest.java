package dev.signalbox.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.core.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    @Test
    void aSpanHasTwoUnitsAtMost() {
        assertThat(Times.span(Duration.ZERO)).isEqualTo("0 s");
        assertThat(Times.span(Duration.ofNanos(10))).isEqualTo("1 ms");
        assertThat(Times.span(Duration.ofMillis(240))).isEqualTo("240 ms");
        assertThat(Times.span(Duration.ofSeconds(14))).isEqualTo("14 s");
        assertThat(Times.span(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
        assertThat(Times.span(Duration.ofHours(2))).isEqualTo("2 h");
        assertThat(Times.span(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(Times.span(Duration.ofHours(99))).isEqualTo("4 d 3 h");
    }

    @Test
    void clocksThatDisagreeMakeNoNegativeSpan() {
        assertThat(Times.span(Duration.ofSeconds(-3))).isEqualTo("0 s");
        assertThat(Times.ago(NOW.plusSeconds(3), NOW)).isEqualTo("just now");
    }

    @Test
    void anAgeIsTold() {
        assertThat(Times.ago(NOW.minusMillis(500), NOW)).isEqualTo("just now");
        assertThat(Times.ago(NOW.minusSeconds(14), NOW)).isEqualTo("14 s ago");
    }

    @Test
    void anUnknownSpanSaysWhy() {
        Shown shown = Times.span(Optional.empty(), "it does not drain");
        assertThat(shown.text()).isEqualTo("–");
        assertThat(shown.hint()).isEqualTo("it does not drain");
    }

    @Test
    void theDateIsLeftOffTodayOnly() {
        assertThat(Times.clock(NOW.minusSeconds(60), NOW)).hasSize("10:14:30".length());
        assertThat(Times.clock(NOW.minusSeconds(200_000), NOW)).startsWith("Nov 20, 2026 ");
    }

    @Test
    void daysAreWrittenAsTheLanguageDoes() {
        Instant then = NOW.minusSeconds(200_000);
        try {
            Language.CHINESE.speak();
            assertThat(Times.exact(then)).startsWith("2026年11月20日 ");
            Language.ENGLISH.speak();
            assertThat(Times.exact(then)).startsWith("Nov 20, 2026 ");
            assertThat(Times.brief(then, NOW)).startsWith("Nov 20 ");
        } finally {
            Language.SYSTEM.speak();
        }
    }
}
