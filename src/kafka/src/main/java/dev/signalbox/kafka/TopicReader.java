package dev.signalbox.kafka;

import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Describes topics, and no more of them than needed.
///
/// A description costs a request for every 2,000 partitions; it changes with reassignments and failures only. So a
/// large cluster is described anew every few polls, and at once where something about it is off; new topics, and such
/// as were deleted and made again, are described when they are first seen.
final class TopicReader {
    private static final int CHEAP_PARTITIONS = 2_000;
    private static final int POLLS_BETWEEN = 5;

    private final AdminLink link;
    private volatile Cache cache = new Cache(Topics.NONE, 0);

    /// @param age polls since all were described
    private record Cache(Topics topics, int age) {}

    TopicReader(AdminLink link) {
        this.link = link;
    }

    /// What is known of the topics that exist now, from earlier polls.
    Topics known(Map<String, TopicListing> listed) {
        Map<String, TopicDescription> still = new HashMap<>();
        cache.topics
                .byName()
                .forEach(
                        (name, description) -> {
                            TopicListing listing = listed.get(name);
                            if (listing != null
                                    && listing.topicId().equals(description.topicId())) {
                                still.put(name, description);
                            }
                        });
        return new Topics(still, List.of());
    }

    /// Asks for what is not known or due; send it before waiting for anything else.
    Pending ask(Admin admin, Map<String, TopicListing> listed, Topics known) {
        boolean all =
                known.partitionCount() <= CHEAP_PARTITIONS
                        || cache.age >= POLLS_BETWEEN
                        || known.ledPartitions().size() < known.partitionCount();
        Set<String> names = new TreeSet<>(listed.keySet());
        if (!all) {
            names.removeAll(known.byName().keySet());
        }
        return new Pending(
                known,
                all,
                names.isEmpty() ? Map.of() : admin.describeTopics(names).topicNameValues());
    }

    /// A question on its way.
    final class Pending {
        private final Topics known;
        private final boolean all;
        private final Map<String, KafkaFuture<TopicDescription>> answers;

        private Pending(
                Topics known, boolean all, Map<String, KafkaFuture<TopicDescription>> answers) {
            this.known = known;
            this.all = all;
            this.answers = answers;
        }

        /// All topics, once the answers are there. One that was deleted meanwhile is gone, and no failure.
        Topics await() throws ConnectorException, InterruptedException {
            link.awaitAll(answers.values());
            Map<String, TopicDescription> described = new HashMap<>(known.byName());
            List<Problem> failures = new ArrayList<>();
            for (Map.Entry<String, KafkaFuture<TopicDescription>> entry : answers.entrySet()) {
                switch (Answer.of(entry.getValue(), entry.getKey())) {
                    case Answer.Given<TopicDescription>(TopicDescription topic) ->
                            described.put(entry.getKey(), topic);
                    case Answer.Failed<TopicDescription>(Throwable failure, Problem problem) -> {
                        if (failure instanceof UnknownTopicOrPartitionException) {
                            described.remove(entry.getKey());
                        } else {
                            failures.add(problem);
                        }
                    }
                }
            }
            Topics topics = new Topics(described, failures);
            cache = new Cache(topics, all ? 0 : cache.age + 1);
            return topics;
        }
    }

    /// Makes the next poll describe everything: something did not fit.
    void distrust() {
        cache = new Cache(cache.topics, POLLS_BETWEEN);
    }
}
