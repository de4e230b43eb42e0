package dev.signalbox.bench;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import dev.signalbox.core.model.Destination;
import dev.signalbox.core.model.Snapshot;
import dev.signalbox.core.port.Connector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// The picture of thousands of queues: how long a refresh takes, how many requests and bytes it costs, and whether its
/// numbers are those of `rabbitmqctl list_queues`.
///
/// Options: `queues` (5,000), `polls` (10).
final class RabbitPictureBench implements Bench {
    private static final long TO_BE_TOLD = TimeUnit.MINUTES.toNanos(2);

    @Override
    public String name() {
        return "rabbit-picture";
    }

    @Override
    public void run(Report report, Options options) throws Exception {
        int queues = options.number("queues", 5_000);
        int polls = options.number("polls", 10);
        try (RabbitServer server = RabbitServer.start();
                CountingProxy management = CountingProxy.before(server.managementPort());
                CountingProxy prometheus = CountingProxy.before(server.prometheusPort())) {
            long messages = fill(server, queues);
            report.note("filled");
            try (Connector connector =
                    Console.connector(server.address(management.port(), prometheus.port()))) {
                awaitTruth(connector, server, queues, messages);
                measure(report, connector, polls, management, prometheus);
            }
            report.count("queues", queues);
        }
    }

    private static void measure(
            Report report,
            Connector connector,
            int polls,
            CountingProxy management,
            CountingProxy prometheus)
            throws Exception {
        List<Double> millis = new ArrayList<>();
        List<Double> requests = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (int poll = 0; poll < polls; poll++) {
            long requestsBefore = management.requests() + prometheus.requests();
            long bytesBefore = management.bytes() + prometheus.bytes();
            long start = System.nanoTime();
            connector.poll();
            millis.add((System.nanoTime() - start) / 1e6);
            requests.add((double) (management.requests() + prometheus.requests() - requestsBefore));
            bytes.add((double) (management.bytes() + prometheus.bytes() - bytesBefore));
        }
        report.note("ms " + millis + ", requests " + requests + ", bytes " + bytes);
        report.figure("refresh", Report.median(millis), "ms");
        report.figure("requests", Report.median(requests), "1");
        report.figure("bytes-on-the-wire", Report.median(bytes), "bytes");
    }

    /// Every tenth holds messages; a hundredth is a quorum queue.
    ///
    /// @return how many messages there are
    private static long fill(RabbitServer server, int queues) throws Exception {
        BasicProperties persistent = MessageProperties.MINIMAL_PERSISTENT_BASIC;
        try (Connection connection = server.connect();
                Channel channel = connection.createChannel()) {
            long messages = 0;
            channel.confirmSelect();
            for (int i = 0; i < queues; i++) {
                String queue = "queue-" + i;
                channel.queueDeclare(
                        queue,
                        true,
                        false,
                        false,
                        Map.of("x-queue-type", i % 100 == 0 ? "quorum" : "classic"));
                if (i % 10 == 0) {
                    for (int message = 0; message <= i % 7; message++) {
                        channel.basicPublish("", queue, persistent, new byte[16]);
                        messages++;
                    }
                }
            }
            channel.waitForConfirmsOrDie(TimeUnit.MINUTES.toMillis(1));
            return messages;
        }
    }

    private static Map<String, Long> truth(RabbitServer server)
            throws IOException, InterruptedException {
        Map<String, Long> messages = new HashMap<>();
        server.ctl("list_queues", "--no-table-headers", "name", "messages")
                .lines()
                .map(line -> line.split("\t"))
                .filter(cells -> cells.length == 2)
                .forEach(cells -> messages.put(cells[0], Long.parseLong(cells[1])));
        return messages;
    }

    /// The server tells its figures some seconds late, and its own tool those of quorum queues too.
    private static void awaitTruth(
            Connector connector, RabbitServer server, int queues, long messages) throws Exception {
        long deadline = System.nanoTime() + TO_BE_TOLD;
        Map<String, Long> truth = truth(server);
        Map<String, Long> picture = picture(connector.poll());
        while (!picture.equals(truth) || sum(truth) != messages || truth.size() != queues) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "not what rabbitmqctl tells: " + differences(picture, truth));
            }
            TimeUnit.SECONDS.sleep(1);
            truth = truth(server);
            picture = picture(connector.poll());
        }
    }

    private static long sum(Map<String, Long> messages) {
        return messages.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<String> differences(Map<String, Long> picture, Map<String, Long> truth) {
        Set<String> names = new TreeSet<>(picture.keySet());
        names.addAll(truth.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(picture.get(name), truth.get(name)))
                .limit(10)
                .map(name -> name + " " + picture.get(name) + " not " + truth.get(name))
                .toList();
    }

    private static Map<String, Long> picture(Snapshot snapshot) {
        Map<String, Long> messages = new HashMap<>();
        for (Destination destination : snapshot.destinations()) {
            destination
                    .retained()
                    .value()
                    .ifPresent(retained -> messages.put(destination.name(), retained));
        }
        return messages;
    }
}
