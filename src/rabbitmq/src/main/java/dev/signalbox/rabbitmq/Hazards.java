package dev.signalbox.rabbitmq;

import dev.signalbox.core.port.PlanDraft;
import dev.signalbox.core.problem.ConnectorException;
import java.util.OptionalLong;

/// What an operator should know of any action that takes messages from a queue.
final class Hazards {
    private Hazards() {}

    static void tell(PlanDraft draft, boolean more, Server server, QueueFacts queue)
            throws ConnectorException, InterruptedException {
        String name = server.names().of(queue.key());
        long consumers = server.consumers(queue.key());
        if (consumers > 0) {
            draft.warning("queue-consumers", name, consumers);
        }
        if (more) {
            draft.warning("queue-more", name, Survey.MOST);
        }
        OptionalLong left = server.limits().left(queue, server.version());
        if (left.isPresent()) {
            draft.warning("queue-budget", name, left.getAsLong());
        }
        draft.note("queue-held", name);
    }
}
