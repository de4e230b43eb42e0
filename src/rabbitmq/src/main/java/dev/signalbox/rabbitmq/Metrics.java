package dev.signalbox.rabbitmq;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `/metrics/detailed` of the Prometheus plugin tells about every queue of one node: some milliseconds for thousands
/// of queues, where the management API takes a second.
///
/// @param node that answered; empty where it does not say
record Metrics(String node, Map<QueueKey, Count> counts) {
    static final String PATH =
            "/metrics/detailed?family=queue_coarse_metrics&family=queue_consumer_count";

    private static final Pattern IDENTITY =
            Pattern.compile("rabbitmq_identity_info\\{rabbitmq_node=\"([^\"]*)\"");

    Metrics {
        counts = Map.copyOf(counts);
    }

    static Metrics parse(String text) {
        Map<QueueKey, long[]> found = new HashMap<>();
        String node = "";
        for (String line : text.split("\n")) {
            if (line.startsWith("rabbitmq_detailed_queue_messages_ready{")) {
                put(found, line, 0);
            } else if (line.startsWith("rabbitmq_detailed_queue_messages_unacked{")) {
                put(found, line, 1);
            } else if (line.startsWith("rabbitmq_detailed_queue_consumers{")) {
                put(found, line, 2);
            } else if (line.startsWith("rabbitmq_identity_info{")) {
                Matcher identity = IDENTITY.matcher(line);
                node = identity.find() ? identity.group(1) : "";
            }
        }
        Map<QueueKey, Count> counts = HashMap.newHashMap(found.size());
        found.forEach(
                (key, values) ->
                        counts.put(
                                key,
                                new Count(known(values[0]), known(values[1]), known(values[2]))));
        return new Metrics(node, counts);
    }

    private static OptionalLong known(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static void put(Map<QueueKey, long[]> found, String line, int which) {
        int at = line.indexOf('{') + 1;
        StringBuilder vhost = new StringBuilder();
        StringBuilder queue = new StringBuilder();
        while (at > 0 && at < line.length() && line.charAt(at) != '}') {
            int equals = line.indexOf("=\"", at);
            if (equals < 0) {
                return;
            }
            String label = line.substring(at, equals);
            StringBuilder value = new StringBuilder();
            at = readValue(line, equals + 2, value);
            switch (label) {
                case "vhost" -> vhost = value;
                case "queue" -> queue = value;
                default -> {
                    // A label that later versions add.
                }
            }
            at += at < line.length() && line.charAt(at) == ',' ? 1 : 0;
        }
        QueueKey key = new QueueKey(vhost.toString(), queue.toString());
        String number = line.substring(Math.min(line.length(), at + 1)).strip();
        if (number.matches("\\d{1,18}")) {
            found.computeIfAbsent(key, _ -> new long[] {-1, -1, -1})[which] =
                    Long.parseLong(number);
        }
    }

    /// Reads up to the closing quote, undoing the escapes of Prometheus' text format.
    ///
    /// @return the place behind the quote
    private static int readValue(String line, int from, StringBuilder value) {
        int at = from;
        while (at < line.length() && line.charAt(at) != '"') {
            char c = line.charAt(at);
            if (c == '\\' && at + 1 < line.length()) {
                at++;
                c = line.charAt(at) == 'n' ? '\n' : line.charAt(at);
            }
            value.append(c);
            at++;
        }
        return at + 1;
    }
}
