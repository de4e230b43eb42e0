package dev.signalbox.kafka;

import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.problem.ConnectorException;
import java.util.Set;
import java.util.TreeSet;

/// Who reads the topics: the groups that have committed an offset in them.
final class Readers {
    private final Commits commits;

    Readers(Commits commits) {
        this.commits = commits;
    }

    static Readers read(Cluster cluster) throws ConnectorException, InterruptedException {
        return new Readers(new GroupReader(cluster.link()).read());
    }

    Set<String> of(String topic) {
        return new TreeSet<>(commits.readersOf(topic).keySet());
    }

    /// Tells who is going to receive what is written to a topic.
    void tell(PlanDraft draft, String topic) {
        Set<String> readers = of(topic);
        if (readers.isEmpty()) {
            draft.warning("no-readers", topic);
        } else {
            draft.note("readers", topic, String.join(", ", readers));
        }
    }
}
