package dev.signalbox.demo.broker;

import java.nio.file.Files;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/// One Kafka node in this process. Formats its data folder when there is none yet, which otherwise
/// is a second process's work and a second's wait.
final class Node {
    private final NodeConfig config;
    private final KafkaRaftServer server;

    Node(NodeConfig config) throws Exception {
        this.config = config;
        if (!Files.exists(config.data().resolve("meta.properties"))) {
            format();
        }
        this.server =
                new KafkaRaftServer(KafkaConfig.fromProps(config.properties(), false), Time.SYSTEM);
    }

    void start() {
        server.startup();
    }

    void stop() {
        server.shutdown();
    }

    void awaitStop() {
        server.awaitShutdown();
    }

    private void format() throws Exception {
        String data = config.data().toString();
        String voter = NodeConfig.NODE_ID + "@" + config.controller() + ":" + Uuid.randomUuid();
        new Formatter()
                .setPrintStream(System.out)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setNodeId(NodeConfig.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(NodeConfig.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(data)
                .addDirectory(data)
                .setInitialControllers(DynamicVoters.parse(voter))
                .setHasDynamicQuorum(true)
                .run();
    }
}
