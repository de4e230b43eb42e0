package dev.signalbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

class TopicConfigTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void knowsWhatIsPastItsRetention() {
        TopicConfig day = config(Map.of("cleanup.policy", "delete", "retention.ms", "86400000"));

        assertThat(day.isPast(NOW.minus(Duration.ofHours(25)), NOW)).isTrue();
        assertThat(day.isPast(NOW.minus(Duration.ofHours(23)), NOW)).isFalse();
    }

    @Test
    void nothingIsPastWhereNothingIsDeletedForItsAge() {
        TopicConfig forever = config(Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
        TopicConfig compacted = config(Map.of("cleanup.policy", "compact", "retention.ms", "1000"));

        assertThat(forever.isPast(Instant.EPOCH, NOW)).isFalse();
        assertThat(compacted.isPast(Instant.EPOCH, NOW)).isFalse();
    }

    @Test
    void readsBothPolicies() {
        TopicConfig both = config(Map.of("cleanup.policy", "compact,delete"));

        assertThat(both.compacted()).isTrue();
        assertThat(both.deletes()).isTrue();
    }

    @Test
    void leavesRoomForWhatARecordCosts() {
        TopicConfig small = config(Map.of("max.message.bytes", "1000"));

        assertThat(small.takes(800)).isTrue();
        assertThat(small.takes(990)).isFalse();
    }

    @Test
    void assumesNothingOfASettingThatMayNotBeSeen() {
        TopicConfig unseen = config(Map.of());

        assertThat(unseen.takes(Long.MAX_VALUE / 2)).isTrue();
        assertThat(unseen.stampsItself()).isFalse();
        assertThat(unseen.isPast(Instant.EPOCH, NOW)).isFalse();
    }

    private static TopicConfig config(Map<String, String> entries) {
        return new TopicConfig(
                new Config(
                        entries.entrySet().stream()
                                .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                                .toList()));
    }
}
