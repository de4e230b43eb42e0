package dev.signalbox.demo.database;

import dev.signalbox.demo.part.PartMain;
import dev.signalbox.demo.part.Ready;
import dev.signalbox.demo.part.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Runs the demo's PostgreSQL server until its life line ends, and ends when the server does.
///
/// Settings: `folder` (its own: programs and data; data found there is kept), `port`, `password` of
/// the user `postgres`.
public final class DatabaseMain {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private DatabaseMain() {}

    public static void main(String[] args) {
        PartMain.run(args, GRACE, DatabaseMain::run);
    }

    private static void run(Settings settings) throws Exception {
        Path folder = Files.createDirectories(settings.path("folder"));
        Account account = Account.forServer(folder);
        Programs programs = Programs.unpack(folder.resolve("programs"), account);
        Cluster cluster = new Cluster(programs, folder.resolve("data"));
        cluster.createIfMissing(settings.text("password"));
        Server server = Server.start(cluster, settings.port("port"), settings.text("password"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-database"));
        server.awaitAccepting();
        server.createDatabases();
        Ready.announce();
        System.exit(server.awaitEnd());
    }
}
