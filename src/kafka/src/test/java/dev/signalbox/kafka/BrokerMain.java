package dev.signalbox.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/// A real broker of one node, in a JVM of its own. Prints `READY`; ends when its standard input does, so that it does not
/// outlive the tests.
final class BrokerMain {
    private BrokerMain() {}

    /// @param args folder, port, controller's port
    public static void main(String[] args) throws Exception {
        // Its other threads would keep a broker that could not start.
        Thread.setDefaultUncaughtExceptionHandler(
                (_, failure) -> {
                    failure.printStackTrace();
                    Runtime.getRuntime().halt(1);
                });
        Path data = Path.of(args[0], "data");
        int port = Integer.parseInt(args[1]);
        int controllerPort = Integer.parseInt(args[2]);
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(data, controllerPort);
        }
        KafkaRaftServer server =
                new KafkaRaftServer(
                        KafkaConfig.fromProps(properties(data, port, controllerPort), false),
                        Time.SYSTEM);
        server.startup();
        System.out.println("READY");
        Thread.ofPlatform().name("lifeline").start(() -> stopAtEndOfInput(server));
        server.awaitShutdown();
    }

    private static void stopAtEndOfInput(KafkaRaftServer server) {
        try {
            System.in.transferTo(System.err);
        } catch (IOException e) {
            // Ended too.
        }
        server.shutdown();
    }

    private static void format(Path data, int controllerPort) throws Exception {
        new Formatter()
                .setPrintStream(System.err)
                .setSupportedFeatures(List.copyOf(Feature.PRODUCTION_FEATURES))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(data.toString())
                .addDirectory(data.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setInitialControllers(
                        DynamicVoters.parse(
                                "1@127.0.0.1:" + controllerPort + ":" + Uuid.randomUuid()))
                .setHasDynamicQuorum(true)
                .run();
    }

    private static Properties properties(Path data, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(
                Map.of(
                        "process.roles", "broker,controller",
                        "node.id", "1",
                        "controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort,
                        "listeners",
                                "PLAINTEXT://127.0.0.1:"
                                        + port
                                        + ",CONTROLLER://127.0.0.1:"
                                        + controllerPort,
                        "controller.listener.names", "CONTROLLER",
                        "inter.broker.listener.name", "PLAINTEXT",
                        "log.dirs", data.toString(),
                        "log.cleaner.dedupe.buffer.size", "16777216",
                        "group.initial.rebalance.delay.ms", "0",
                        "auto.create.topics.enable", "false"));
        for (String topic : List.of("offsets.topic", "transaction.state.log")) {
            properties.put(topic + ".replication.factor", "1");
            properties.put(topic + ".num.partitions", "4");
        }
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "4");
        // A member of a share group is given its partitions with its next heartbeat.
        properties.put("group.share.min.heartbeat.interval.ms", "200");
        properties.put("group.share.heartbeat.interval.ms", "200");
        return properties;
    }
}
