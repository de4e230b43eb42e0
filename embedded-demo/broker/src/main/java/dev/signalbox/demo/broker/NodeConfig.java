package dev.signalbox.demo.broker;

import java.nio.file.Path;
import java.util.Properties;

/// Where the node keeps its data and where it listens, and what follows from that.
record NodeConfig(Path data, int port, int controllerPort) {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    String controller() {
        return "127.0.0.1:" + controllerPort;
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", Integer.toString(NODE_ID));
        properties.setProperty("controller.quorum.bootstrap.servers", controller());
        properties.setProperty(
                "listeners", "PLAINTEXT://" + bootstrap() + ",CONTROLLER://" + controller());
        properties.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        properties.setProperty("inter.broker.listener.name", "PLAINTEXT");
        properties.setProperty("log.dirs", data.toString());
        singleNode(properties);
        smallMachine(properties);
        return properties;
    }

    /// The internal topics cannot have more replicas than there are nodes.
    private static void singleNode(Properties properties) {
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "4");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", "4");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.num.partitions", "4");
        // How long a broker that was killed keeps its seat, and so how long its successor waits.
        properties.setProperty("broker.session.timeout.ms", "5000");
        properties.setProperty("broker.heartbeat.interval.ms", "1000");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        // A mistyped topic is an error to be seen, not a new topic.
        properties.setProperty("auto.create.topics.enable", "false");
    }

    /// The broker's defaults are for servers: a cleaner buffer larger than our heap, and room for
    /// weeks of messages.
    private static void smallMachine(Properties properties) {
        properties.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
        properties.setProperty("log.segment.bytes", "16777216");
        properties.setProperty("log.retention.bytes", "67108864");
        properties.setProperty("log.index.size.max.bytes", "1048576");
    }
}
