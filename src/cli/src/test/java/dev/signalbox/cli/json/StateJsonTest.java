package dev.signalbox.cli.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalbox.core.metrics.Derived.Latency;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StateJsonTest {
    private static final Duration POLL = Duration.ofSeconds(2);

    @Test
    void aLatencyBelowTheResolutionIsABoundNotAFigure() {
        ObjectNode node = StateJson.of(new Latency(Duration.ofMillis(300), Duration.ZERO, POLL));

        assertThat(node.get("p95BelowMillis").asLong()).isEqualTo(2_000);
        assertThat(node.has("p95Millis")).isFalse();
        assertThat(node.get("meanMillis").asLong()).isEqualTo(300);
    }

    @Test
    void aLatencyThatCanBeToldIsAFigureWithItsResolution() {
        ObjectNode node =
                StateJson.of(new Latency(Duration.ofSeconds(3), Duration.ofSeconds(4), POLL));

        assertThat(node.get("p95Millis").asLong()).isEqualTo(4_000);
        assertThat(node.get("resolutionMillis").asLong()).isEqualTo(2_000);
        assertThat(node.has("p95BelowMillis")).isFalse();
    }
}
