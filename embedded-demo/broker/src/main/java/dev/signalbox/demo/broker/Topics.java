package dev.signalbox.demo.broker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/// The topics of the demo: each with a topic for retries and one for dead letters, and all with as
/// many partitions, because a dead letter goes to the partition that it came from.
///
/// A forwarded message is larger than it was, by the headers of its failure. Where it could not be taken
/// for its size its consumer would be stuck for ever, so each topic of the chain takes larger messages
/// than the one before.
final class Topics {
    static final int PARTITIONS = 3;
    static final List<String> NAMES = List.of("orders", "payments", "stock", "recommendations");
    static final int LARGEST_RETRY = 2 << 20;
    static final int LARGEST_DEAD_LETTER = LARGEST_RETRY + (128 << 10);
    private static final short REPLICAS = 1;

    private Topics() {}

    /// All topics of the demo, those for retries and dead letters included.
    static List<String> all() {
        return topics().map(NewTopic::name).toList();
    }

    private static Stream<NewTopic> topics() {
        return NAMES.stream()
                .flatMap(
                        name ->
                                Stream.of(
                                        new NewTopic(name, PARTITIONS, REPLICAS),
                                        topic(name + "-retry", LARGEST_RETRY),
                                        topic(name + "-dlt", LARGEST_DEAD_LETTER)));
    }

    private static NewTopic topic(String name, int largestMessage) {
        return new NewTopic(name, PARTITIONS, REPLICAS)
                .configs(Map.of("max.message.bytes", Integer.toString(largestMessage)));
    }

    /// Creates what is missing and returns when the broker shows every topic.
    static void create(String bootstrap) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing =
                    topics().filter(topic -> !present.contains(topic.name())).toList();
            admin.createTopics(missing).all().get();
            // The controller has them; the broker, which is whom clients ask, learns of them a
            // moment later.
            while (!admin.listTopics().names().get().containsAll(all())) {
                Thread.sleep(20);
            }
        }
    }
}
