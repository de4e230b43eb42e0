package dev.signalbox.bench;

import dev.signalbox.core.Workbench;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.monitor.ConnectionState.Phase;
import dev.signalbox.core.port.Connector;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Access;
import dev.signalbox.core.profile.Environment;
import dev.signalbox.core.profile.Folders;
import dev.signalbox.core.profile.Profile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;

/// Our side: the console's own way to a broker, without a window.
final class Console {
    private Console() {}

    /// Of a Kafka broker by its address, of a RabbitMQ node by what [RabbitServer#address] tells.
    static Profile profile(String address) {
        boolean rabbit = address.startsWith("amqp");
        return new Profile(
                "bench",
                "Bench",
                rabbit ? "rabbitmq" : "kafka",
                Environment.TEST,
                Access.READ_WRITE,
                rabbit ? RabbitServer.settings(address) : Map.of("bootstrap.servers", address));
    }

    /// The adapter alone, as the poll thread has it.
    static Connector connector(String address) throws ConnectorException, InterruptedException {
        Profile profile = profile(address);
        ConnectorProvider adapter =
                ServiceLoader.load(ConnectorProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(provider -> provider.type().equals(profile.type()))
                        .findFirst()
                        .orElseThrow();
        return adapter.connect(profile);
    }

    /// The whole console with its gate, ledger and audit in a folder, connected.
    static Workbench workbench(Path folder, String address)
            throws ConnectorException, InterruptedException {
        Workbench workbench = Workbench.open(Folders.under(folder), Clock.systemUTC());
        CountDownLatch live = new CountDownLatch(1);
        workbench
                .connections()
                .onState(
                        (ConnectionState state) -> {
                            if (state.phase() == Phase.LIVE) {
                                live.countDown();
                            }
                        });
        workbench.connections().open(profile(address));
        live.await();
        return workbench;
    }
}
