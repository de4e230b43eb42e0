package dev.signalbox.core.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StackTracesTest {
    @Test
    void theTopFramesAreMethodsWithoutLines() {
        String trace =
                """
                java.lang.IllegalStateException: no stock
                \tat dev.shop.Stock.reserve(Stock.java:12)
                \tat java.base/java.util.ArrayList.forEach(ArrayList.java:1596)
                \tat app//dev.shop.Orders$$Lambda/0x00007f.accept(Unknown Source)
                \tat dev.shop.Orders.<init>(Orders.java:3)
                Caused by: java.io.IOException
                \tat dev.shop.Net.read(Net.java:1)
                """;

        assertThat(StackTraces.exceptionClass(trace)).contains("java.lang.IllegalStateException");
        assertThat(StackTraces.topFrames(trace, 2))
                .containsExactly("dev.shop.Stock.reserve", "java.util.ArrayList.forEach");
    }

    @Test
    void dotNetsTracesAreReadToo() {
        String trace =
                "System.TimeoutException: too late\r\n"
                        + "   at Shop.Billing.Handle(Order order) in C:\\b.cs:line 12";

        assertThat(StackTraces.exceptionClass(trace)).contains("System.TimeoutException");
        assertThat(StackTraces.topFrames(trace, 3)).containsExactly("Shop.Billing.Handle");
    }

    @Test
    void whatIsNoTraceHasNoFramesAndTakesNoTime() {
        String hostile =
                "at "
                        + "a/".repeat(500_000)
                        + "(\n"
                        + ("at " + "a.b/".repeat(490) + "\n").repeat(200);

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    assertThat(StackTraces.topFrames(hostile, 5)).isEmpty();
                    assertThat(StackTraces.exceptionClass(hostile)).isEmpty();
                    assertThat(StackTraces.exceptionClass("")).isEmpty();
                });
    }
}
