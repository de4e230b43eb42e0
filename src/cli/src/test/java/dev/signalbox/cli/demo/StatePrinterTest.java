package dev.signalbox.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signalbox.core.demo.DemoState;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatePrinterTest {
    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    /// As it is while the order service starts again.
    private final DemoState state =
            new DemoState(
                    List.of(),
                    List.of(),
                    new DemoState.Traffic(4, UNKNOWN, UNKNOWN, UNKNOWN, OptionalLong.of(1)));

    @Test
    void aFigureThatTheDemoDoesNotTellIsUnknownAndNotNought() {
        assertThat(StatePrinter.brief(state).getFirst())
                .contains("unknown placed", "unknown completed", "unknown failed", "1 hanging");
    }

    @Test
    void inJsonItIsNull() {
        JsonNode traffic = StatePrinter.json(state).path("traffic");

        assertThat(traffic.path("placed").isNull()).isTrue();
        assertThat(traffic.path("completed").isNull()).isTrue();
        assertThat(traffic.path("failed").isNull()).isTrue();
        assertThat(traffic.path("hung").asInt()).isEqualTo(1);
    }
}
