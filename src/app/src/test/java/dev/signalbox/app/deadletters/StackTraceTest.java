package dev.signalbox.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.deadletters.StackTrace.Kind;
import org.junit.jupiter.api.Test;

class StackTraceTest {
    @Test
    void everyLineIsKnownForWhatItIs() {
        assertThat(
                        StackTrace.of(
                                """
                                dev.shop.Unpaid: no money
                                \tat dev.shop.Till.take(Till.java:12)
                                \tat java.base/java.lang.Thread.run(Thread.java:1583)
                                Caused by: java.io.IOException: gone
                                \t... 4 more
                                """))
                .extracting(StackTrace.Line::kind)
                .containsExactly(Kind.THROWN, Kind.OWN, Kind.LIBRARY, Kind.THROWN, Kind.OTHER);
    }

    @Test
    void whatIsNoStackTraceIsShownAllTheSame() {
        assertThat(StackTrace.of("cut off in the mid"))
                .extracting(StackTrace.Line::text)
                .containsExactly("cut off in the mid");
        assertThat(StackTrace.of("")).isEmpty();
    }
}
