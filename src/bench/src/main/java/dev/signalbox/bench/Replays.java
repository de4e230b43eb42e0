package dev.signalbox.bench;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.gate.Confirmation;
import dev.signalbox.core.gate.Operation;
import dev.signalbox.core.model.MessageSelection;
import dev.signalbox.core.port.Action;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// A replay as the window and the command line do it: through gate, ledger and audit.
final class Replays {
    private Replays() {}

    static Plan plan(Workbench workbench, String deadLetters)
            throws ConnectorException, InterruptedException {
        return plan(workbench, deadLetters, false);
    }

    /// @param again also those that were sent before, or may have been
    static Plan plan(Workbench workbench, String deadLetters, boolean again)
            throws ConnectorException, InterruptedException {
        return workbench
                .actions()
                .plan(
                        "bench",
                        new Action.ReplayDeadLetters(
                                deadLetters, new MessageSelection.All(), Optional.empty(), again));
    }

    static Operation start(Workbench workbench, Plan plan)
            throws ConnectorException, InterruptedException {
        return workbench.actions().start("bench", plan, Confirmation.of(plan.id()));
    }

    static void checkSucceeded(Operation.State state) {
        if (state.status() != Operation.Status.SUCCEEDED) {
            throw new IllegalStateException("the replay ended so: " + state);
        }
    }

    /// Holds what has arrived against what was sent.
    static void checkExact(String address, String origin, Letters letters, int count) {
        Arrivals arrivals = Arrivals.of(address, origin, letters, count);
        if (!arrivals.isExact()) {
            throw new IllegalStateException("not what was replayed: " + arrivals);
        }
    }

    /// Makes them, and waits until their leaders answer: of several requests in flight to a topic that is a moment old, a
    /// broker may refuse the first and take the second, and then the first can never be written.
    static void makeTopics(String address, String... names) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(
                            Arrays.stream(names)
                                    .map(name -> new NewTopic(name, Letters.PARTITIONS, (short) 1))
                                    .toList())
                    .all()
                    .get(1, TimeUnit.MINUTES);
            awaitLeaders(admin, names);
        }
    }

    private static void awaitLeaders(Admin admin, String... names) throws Exception {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (String name : names) {
            for (int partition = 0; partition < Letters.PARTITIONS; partition++) {
                ends.put(new TopicPartition(name, partition), OffsetSpec.latest());
            }
        }
        admin.listOffsets(ends).all().get(1, TimeUnit.MINUTES);
    }
}
