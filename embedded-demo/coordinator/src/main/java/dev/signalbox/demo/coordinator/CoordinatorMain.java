package dev.signalbox.demo.coordinator;

import dev.signalbox.demo.part.PartMain;
import dev.signalbox.demo.part.Ready;
import dev.signalbox.demo.part.Settings;
import io.seata.server.ServerApplication;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/// Runs the demo's Seata server until its life line ends.
///
/// Settings: `folder` (its own; sessions found there are kept), `port` (of transaction managers and
/// resource managers), `consolePort` and `consolePassword` (of the user `seata`), `storePort` and
/// `storePassword` (of the user `seata` in the session store).
public final class CoordinatorMain {
    /// The server takes up to 15 s to say good-bye to everybody. Its sessions are on disk by then.
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final int SECRET_BYTES = 48;

    private CoordinatorMain() {}

    public static void main(String[] args) {
        PartMain.run(args, GRACE, CoordinatorMain::run);
    }

    private static void run(Settings settings) throws Exception {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
        System.setProperty("spring.config.location", "classpath:coordinator.yml");
        Store store =
                new Store(
                        settings.path("folder").resolve("sessions"),
                        settings.port("storePort"),
                        settings.text("storePassword"));
        store.createTables();
        // Through properties of this process, not its command line, where all could read them.
        Map<String, String> placeholders =
                Map.of(
                        "demo.folder", settings.text("folder"),
                        "demo.port", settings.text("port"),
                        "demo.console.port", settings.text("consolePort"),
                        "demo.console.password", settings.text("consolePassword"),
                        "demo.console.secret", secret(),
                        "demo.store.url", store.url(),
                        "demo.store.password", settings.text("storePassword"));
        placeholders.forEach(System::setProperty);
        ServerApplication.main(new String[] {"-h", "127.0.0.1"});
        Doors.awaitOpen(settings.port("port"), settings.port("consolePort"));
        Ready.announce();
    }

    /// Signs the console's log-ins. A new one with every start: nobody needs to stay logged in.
    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
