package dev.signalbox.demo.rabbitmq;

import dev.signalbox.demo.part.PartMain;
import dev.signalbox.demo.part.Ready;
import dev.signalbox.demo.part.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Runs the demo's RabbitMQ node until its life line ends, and ends when the node does.
///
/// Settings: `folder` (its own; data found there is kept), `port`, `managementPort`, `prometheusPort`,
/// `distributionPort`, `epmdPort`, `password` of the user `demo`, and `processes`, the folder in which it
/// notes which processes it has started.
public final class RabbitMain {
    /// A node of version 3.10 takes ten seconds to stop in order.
    private static final Duration GRACE = Duration.ofSeconds(25);

    private RabbitMain() {}

    public static void main(String[] args) {
        PartMain.run(args, GRACE, RabbitMain::run);
    }

    private static void run(Settings settings) throws Exception {
        Path folder = Files.createDirectories(settings.path("folder"));
        NodePorts ports =
                new NodePorts(
                        settings.port("port"),
                        settings.port("managementPort"),
                        settings.port("prometheusPort"),
                        settings.port("distributionPort"),
                        settings.port("epmdPort"));
        String password = settings.text("password");
        Installation installation = Installation.find();
        new NodeFiles(folder, ports, password).write();
        Node node = Node.start(installation, folder, ports, settings.path("processes"));
        Runtime.getRuntime().addShutdownHook(new Thread(node::stop, "stop-broker"));
        node.awaitReady(new Management(ports.management(), password));
        Ready.announce();
        node.awaitEnd();
        System.exit(1);
    }
}
