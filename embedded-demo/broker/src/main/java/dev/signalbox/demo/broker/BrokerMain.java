package dev.signalbox.demo.broker;

import dev.signalbox.demo.part.PartMain;
import dev.signalbox.demo.part.Ready;
import dev.signalbox.demo.part.Settings;
import java.nio.file.Path;
import java.time.Duration;

/// Runs the demo's Kafka node until its life line ends.
///
/// Settings: `folder` (its own; data found there is kept), `port`, `controllerPort`.
public final class BrokerMain {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private BrokerMain() {}

    public static void main(String[] args) {
        PartMain.run(args, GRACE, BrokerMain::run);
    }

    private static void run(Settings settings) throws Exception {
        Path data = settings.path("folder").resolve("data");
        NodeConfig config =
                new NodeConfig(data, settings.port("port"), settings.port("controllerPort"));
        Node node = new Node(config);
        Runtime.getRuntime().addShutdownHook(new Thread(node::stop, "stop-broker"));
        node.start();
        Topics.create(config.bootstrap());
        Ready.announce();
        node.awaitStop();
    }
}
