package dev.signalbox.kafka;

import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.kafka.LetterRouter.Route;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/// What a replay brings to one topic, and what should be known of it.
final class TargetTally {
    private final Target target;
    private final Instant now;
    private final Set<String> gaveUp = new TreeSet<>();
    private long count;
    private long past;
    private long byKey;

    TargetTally(Target target, Instant now) {
        this.target = target;
        this.now = now;
    }

    void add(Route.Copy copy) {
        count++;
        copy.letter().group().ifPresent(gaveUp::add);
        if (target.config().isPast(copy.timestamp(), now)) {
            past++;
        }
        if (copy.record().partition() == null) {
            byKey++;
        }
    }

    long count() {
        return count;
    }

    void tell(PlanDraft draft, Readers readers) {
        String topic = target.topic();
        draft.step(KafkaTexts.get("replay.step", topic), count);
        readers.tell(draft, topic);
        Set<String> others = readers.of(topic);
        others.removeAll(gaveUp);
        if (!gaveUp.isEmpty() && !others.isEmpty()) {
            draft.warning(
                    "replay-other-readers",
                    topic,
                    String.join(", ", others),
                    String.join(", ", gaveUp));
        }
        if (target.config().compacted()) {
            draft.danger("compacted-target", topic);
        }
        if (target.config().stampsItself()) {
            draft.note("new-timestamps", topic);
        } else if (past > 0) {
            draft.warning("past-retention", topic, past);
        }
        if (byKey > 0) {
            draft.note("replay-by-key", topic, byKey);
        }
    }
}
