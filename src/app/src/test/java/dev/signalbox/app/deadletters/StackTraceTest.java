package dev.signalbox.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.deadletters.StackTrace.Kind;
import java.util.List;
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
    void framesOfLibrariesInARowAreFoldedAndNothingIsLost() {
        List<StackTrace.Line> lines =
                StackTrace.of(
                        "a.B: c\n\tat a.B.c(B.java)\n"
                                + "\tat java.util.X.y(X.java)\n".repeat(5)
                                + "\tat a.D.e(D.java)\n\tat java.util.Z.z(Z.java)");

        List<StackTrace.Line> folded = StackTrace.folded(lines, Integer::toString);

        assertThat(folded)
                .extracting(StackTrace.Line::kind)
                .containsExactly(Kind.THROWN, Kind.OWN, Kind.FOLDED, Kind.OWN, Kind.LIBRARY);
        assertThat(folded.get(2).text()).isEqualTo("    5");
        assertThat(folded.get(2).folded()).isEqualTo(lines.subList(2, 7));
    }

    @Test
    void whatIsNoStackTraceIsShownAllTheSame() {
        assertThat(StackTrace.of("cut off in the mid"))
                .extracting(StackTrace.Line::text)
                .containsExactly("cut off in the mid");
        assertThat(StackTrace.of("")).isEmpty();
    }
}
