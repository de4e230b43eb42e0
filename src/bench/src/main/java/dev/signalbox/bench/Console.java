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

    static Profile profile(String address) {
        return new Profile(
                "bench",
                "Bench",
                "kafka",
                Environment.TEST,
                Access.READ_WRITE,
                Map.of("bootstrap.servers", address));
    }

    /// The adapter alone, as the poll thread has it.
    static Connector connector(String address) throws ConnectorException, InterruptedException {
        ConnectorProvider kafka =
                ServiceLoader.load(ConnectorProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(provider -> provider.type().equals("kafka"))
                        .findFirst()
                        .orElseThrow();
        return kafka.connect(profile(address));
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
