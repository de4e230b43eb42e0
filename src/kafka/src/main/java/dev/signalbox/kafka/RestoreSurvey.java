package dev.signalbox.kafka;

import dev.signalbox.core.model.Header;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.port.PlanDraft;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/// Counts what a restore would send, and tells what should be known of it.
final class RestoreSurvey {
    private final Target target;
    private final PlanDraft draft;
    private final SortedMap<Integer, Long> counts = new TreeMap<>();
    private long bytes;
    private long past;
    private long elsewhere;
    private long foreign;

    RestoreSurvey(Target target, PlanDraft draft) {
        this.target = target;
        this.draft = draft;
    }

    void add(Message message) {
        counts.merge(message.id().partition(), 1L, Long::sum);
        bytes += message.size();
        draft.show(message);
        Instant timestamp = message.timestamp();
        if (timestamp != null && target.config().isPast(timestamp, draft.madeAt())) {
            past++;
        }
        if (message.id().partition() >= 0 && !target.has(message.id().partition())) {
            elsewhere++;
        }
        if (!message.properties().isEmpty() || message.headers().stream().anyMatch(Header::typed)) {
            foreign++;
        }
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long bytes() {
        return bytes;
    }

    void tell(Readers readers) {
        String topic = target.topic();
        counts.forEach((partition, count) -> draft.step(step(topic, partition), count));
        if (!readers.of(topic).isEmpty()) {
            draft.warning("restore-read-again", topic, String.join(", ", readers.of(topic)));
        }
        if (target.config().compacted()) {
            draft.danger("compacted-target", topic);
        }
        if (target.config().stampsItself()) {
            draft.warning("new-timestamps", topic);
        } else if (past > 0) {
            draft.warning("past-retention", topic, past);
        }
        if (elsewhere > 0) {
            draft.warning("restore-partitions", topic, elsewhere, target.partitions());
        }
        if (foreign > 0) {
            draft.warning("restore-other-broker", foreign);
        }
        draft.note("restore-new-offsets");
        draft.note("exactly-once");
    }

    /// @param partition below 0 where the messages do not say it
    static String step(String topic, int partition) {
        return partition < 0
                ? KafkaTexts.get("restore.step-by-key", topic)
                : KafkaTexts.get("restore.step", new TopicPartition(topic, partition));
    }
}
