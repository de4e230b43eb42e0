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
final class Topics {
    static final int PARTITIONS = 3;
    static final List<String> NAMES = List.of("orders", "payments", "stock", "recommendations");
    private static final short REPLICAS = 1;

    private Topics() {}

    /// All topics of the demo, those for retries and dead letters included.
    static List<String> all() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(name, name + "-retry", name + "-dlt"))
                .toList();
    }

    /// Creates what is missing and returns when the broker shows every topic.
    static void create(String bootstrap) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing =
                    all().stream()
                            .filter(name -> !present.contains(name))
                            .map(name -> new NewTopic(name, PARTITIONS, REPLICAS))
                            .toList();
            admin.createTopics(missing).all().get();
            // The controller has them; the broker, which is whom clients ask, learns of them a
            // moment later.
            while (!admin.listTopics().names().get().containsAll(all())) {
                Thread.sleep(20);
            }
        }
    }
}
