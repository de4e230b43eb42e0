package dev.signalbox.core;

import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.backup.BackupExpiry;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.deadletter.CauseNotes;
import dev.signalbox.core.export.ImportCopies;
import dev.signalbox.core.gate.ActionService;
import dev.signalbox.core.gate.GatedActions;
import dev.signalbox.core.gate.Unlocks;
import dev.signalbox.core.ledger.Owner;
import dev.signalbox.core.ledger.ReplayHistory;
import dev.signalbox.core.ledger.ReplayLedger;
import dev.signalbox.core.monitor.Connections;
import dev.signalbox.core.monitor.PollPace;
import dev.signalbox.core.monitor.PollingConnections;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Folders;
import dev.signalbox.core.profile.ProfileStore;
import dev.signalbox.core.profile.Retention;
import dev.signalbox.core.profile.SecretReferences;
import dev.signalbox.core.secret.Secrets;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything a face works with, put together once. The window and the command line use the same.
public final class Workbench implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    private final ProfileStore profiles;
    private final List<ConnectorProvider> adapters;
    private final PollingConnections connections;
    private final AuditLog audit;
    private final BackupStore backups;
    private final BackupExpiry backupExpiry;
    private final Path retention;
    private final Secrets secrets;
    private final ReplayLedger ledger;
    private final CauseNotes causeNotes;
    private final GatedActions actions;

    private Workbench(
            Folders folders,
            List<ConnectorProvider> adapters,
            ReplayLedger ledger,
            CauseNotes causeNotes,
            Clock clock) {
        this.adapters = List.copyOf(adapters);
        this.ledger = ledger;
        this.causeNotes = causeNotes;
        profiles = new ProfileStore(folders.config().resolve("profiles.json"));
        audit = new AuditLog(folders.data().resolve("audit.jsonl"));
        backups = new BackupStore(folders.data().resolve("backups"));
        backupExpiry =
                new BackupExpiry(
                        backups, audit, clock, System.getProperty("user.name", "?"), hostName());
        retention = retentionIn(folders);
        secrets = Secrets.ofUser(folders.config(), System.getenv());
        connections =
                new PollingConnections(
                        adapters,
                        new SecretReferences(System.getenv(), secrets)::resolve,
                        PollPace.USUAL,
                        clock);
        actions =
                new GatedActions(
                        connections,
                        connections,
                        new GatedActions.Records(
                                audit,
                                backups,
                                ledger,
                                folders.data().resolve("replays"),
                                System.getProperty("user.name", "?"),
                                hostName()),
                        clock);
    }

    /// Opens it with the adapters on the class path. Nothing is connected yet.
    ///
    /// @throws ConnectorException when the ledger in the data folder cannot be used
    public static Workbench open(Folders folders, Clock clock) throws ConnectorException {
        List<ConnectorProvider> found =
                ServiceLoader.load(ConnectorProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        return open(folders, found, clock);
    }

    /// Opens it with these adapters.
    public static Workbench open(Folders folders, List<ConnectorProvider> adapters, Clock clock)
            throws ConnectorException {
        Path file = folders.data().resolve("ledger.db");
        ReplayLedger ledger = ReplayLedger.open(file, Owner.current(hostName()));
        forgetOldReplays(folders, ledger, clock);
        new ImportCopies(folders.data().resolve("imports")).sweep();
        return new Workbench(folders, adapters, ledger, CauseNotes.open(file), clock);
    }

    /// A setting that cannot be understood, or a ledger that is busy: then nothing is forgotten this time.
    private static void forgetOldReplays(Folders folders, ReplayLedger ledger, Clock clock) {
        try {
            Optional<Duration> keep = Retention.read(retentionIn(folders)).replays();
            if (keep.isPresent()) {
                ledger.forgetBefore(clock.instant().minus(keep.get()));
            }
        } catch (ConnectorException e) {
            LOG.warn("Nothing was forgotten: {}", e.problem().summary());
        }
    }

    private static Path retentionIn(Folders folders) {
        return folders.config().resolve("retention.json");
    }

    public ProfileStore profiles() {
        return profiles;
    }

    public List<ConnectorProvider> adapters() {
        return adapters;
    }

    public Connections connections() {
        return connections;
    }

    public ActionService actions() {
        return actions;
    }

    /// Where secrets are kept.
    public Secrets secrets() {
        return secrets;
    }

    /// Read-only connections that may be changed for a while.
    public Unlocks unlocks() {
        return actions.unlocks();
    }

    public BackupStore backups() {
        return backups;
    }

    /// What removes backups that are older than they are to be kept. Nothing else does.
    public BackupExpiry backupExpiry() {
        return backupExpiry;
    }

    /// How long things are kept.
    ///
    /// @throws ConnectorException `INVALID` for a setting that cannot be understood: nothing may expire then
    public Retention retention() throws ConnectorException {
        return Retention.read(retention);
    }

    public void setRetention(Retention changed) throws ConnectorException {
        changed.write(retention);
    }

    public AuditLog audit() {
        return audit;
    }

    /// Which dead letters were replayed before.
    public ReplayHistory replays() {
        return ledger;
    }

    /// What the operators have noted on causes of dead letters.
    public CauseNotes causeNotes() {
        return causeNotes;
    }

    /// Closes every connection. Actions that are running should be cancelled and awaited before.
    @Override
    public void close() {
        connections.close();
        ledger.close();
        causeNotes.close();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "?";
        }
    }
}
