package dev.signalbox.demo.supervisor.control;

import java.util.Map;
import java.util.OptionalLong;

/// What became of the orders, since the service that counts them started. What a service does not tell
/// now is unknown, not zero.
///
/// @param ordersPerSecond the rate that was asked for
/// @param hung orders whose payment hangs now
record Traffic(
        double ordersPerSecond,
        OptionalLong placed,
        OptionalLong completed,
        OptionalLong failed,
        OptionalLong hung) {

    static Traffic of(double ordersPerSecond, Map<String, ServiceStatus> answers) {
        return new Traffic(
                ordersPerSecond,
                counter(answers, "order", "placed"),
                counter(answers, "order", "completed"),
                counter(answers, "order", "failed"),
                counter(answers, "payment", "hung"));
    }

    private static OptionalLong counter(
            Map<String, ServiceStatus> answers, String service, String counter) {
        ServiceStatus status = answers.get(service);
        return status == null ? OptionalLong.empty() : status.counter(counter);
    }
}
