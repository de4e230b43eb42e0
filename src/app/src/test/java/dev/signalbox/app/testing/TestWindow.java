package dev.signalbox.app.testing;

import dev.signalbox.app.Arguments;
import dev.signalbox.app.Composition;
import dev.signalbox.app.Services;
import dev.signalbox.app.nav.FeatureId;
import dev.signalbox.app.nav.Focus;
import dev.signalbox.app.prefs.Preferences;
import dev.signalbox.core.Workbench;
import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.deadletter.CauseNotes;
import dev.signalbox.core.gate.Unlocks;
import dev.signalbox.core.monitor.ConnectionState;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.profile.Folders;
import dev.signalbox.core.profile.ProfileStore;
import dev.signalbox.core.secret.SecretFile;
import dev.signalbox.core.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window over fakes, 1280×720, at the time of the samples.
public final class TestWindow {
    private final FakeConnections connections = new FakeConnections();
    private final Folders folders;
    private final Services services;
    private @Nullable Composition composition;
    private @Nullable Scene scene;

    public TestWindow(ConnectorProvider... adapters) {
        this.folders = Folders.under(newFolder());
        // Of a desktop without a keychain.
        Secrets secrets =
                new Secrets(
                        Optional::empty,
                        new SecretFile(folders.config().resolve("secrets.json")),
                        Optional.empty());
        AuditLog audit = new AuditLog(folders.data().resolve("audit.jsonl"));
        Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
        this.services =
                new Services(
                        connections,
                        new FakeActionService(),
                        new ProfileStore(profiles()),
                        new BackupStore(folders.data().resolve("backups")),
                        audit,
                        (_, _, _) -> List.of(),
                        notes(folders),
                        new Unlocks(connections, audit, "kim", "desk-7", clock),
                        secrets,
                        List.of(adapters),
                        folders,
                        clock);
    }

    /// Over a real workbench, gate and all.
    public TestWindow(Workbench workbench, Folders folders) {
        this.folders = folders;
        this.services = Services.of(workbench, folders, Clock.systemUTC());
    }

    public FakeConnections connections() {
        return connections;
    }

    public Path profiles() {
        return folders.config().resolve("profiles.json");
    }

    /// Where the console under test keeps what it writes.
    public Path data() {
        return folders.data();
    }

    /// On the FX thread, with these arguments, if there are any, as the program does it.
    public void open(Stage stage, String... arguments) {
        Composition opened = new Composition(services, new Preferences(folders.config()));
        composition = opened;
        Scene made = opened.scene();
        scene = made;
        stage.setScene(made);
        stage.setWidth(1280);
        stage.setHeight(720);
        Arguments given = Arguments.parse(List.of(arguments));
        if (arguments.length > 0) {
            opened.begin(given);
        }
        stage.show();
        opened.shown(given);
        opened.shell().prepare();
    }

    public Composition composition() {
        return Objects.requireNonNull(composition);
    }

    public Scene scene() {
        return Objects.requireNonNull(scene);
    }

    /// Starts as with these arguments.
    public void begin(String... arguments) {
        onFx(
                () -> {
                    Arguments given = Arguments.parse(List.of(arguments));
                    composition().begin(given);
                    composition().shown(given);
                });
    }

    public Folders folders() {
        return folders;
    }

    /// What the monitor would tell next, seen by the window when this returns.
    public void tell(ConnectionState state) {
        connections.tell(state);
        WaitForAsyncUtils.waitForFxEvents();
    }

    public void show(FeatureId feature) {
        onFx(() -> composition().shell().show(feature));
    }

    public void show(FeatureId feature, Focus focus) {
        onFx(() -> composition().shell().show(feature, focus));
    }

    /// Takes a picture of the window in both themes: `target/screens/<name>-light.png` and `-dark.png`.
    public void picture(String name) {
        onFx(() -> Screenshots.save(scene(), name + "-light"));
        onFx(() -> composition().theme().toggle());
        onFx(() -> Screenshots.save(scene(), name + "-dark"));
        onFx(() -> composition().theme().toggle());
    }

    /// Waits until this holds, for what comes back from the background.
    public void await(Callable<Boolean> condition) {
        Awaitility.await().until(condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    public static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static CauseNotes notes(Folders folders) {
        try {
            return CauseNotes.open(folders.data().resolve("ledger.db"));
        } catch (ConnectorException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "window");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
