package dev.signalbox.app.testing;

import dev.signalbox.app.Composition;
import dev.signalbox.app.Services;
import dev.signalbox.core.audit.AuditLog;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.port.ConnectorProvider;
import dev.signalbox.core.profile.Folders;
import dev.signalbox.core.profile.ProfileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javafx.stage.Stage;

/// The whole window over fakes, 1280×720, at the time of the samples.
public final class TestWindow {
    private final FakeConnections connections = new FakeConnections();
    private final Folders folders;
    private final List<ConnectorProvider> adapters;

    public TestWindow(ConnectorProvider... adapters) {
        this.folders = Folders.under(newFolder());
        this.adapters = List.of(adapters);
    }

    public FakeConnections connections() {
        return connections;
    }

    public Path profiles() {
        return folders.config().resolve("profiles.json");
    }

    /// On the FX thread.
    public Composition open(Stage stage) {
        Composition composition =
                new Composition(
                        new Services(
                                connections,
                                new FakeActionService(),
                                new ProfileStore(profiles()),
                                new BackupStore(folders.data().resolve("backups")),
                                new AuditLog(folders.data().resolve("audit.jsonl")),
                                adapters,
                                folders,
                                Clock.fixed(Samples.NOW, ZoneOffset.UTC)));
        stage.setScene(composition.scene());
        stage.setWidth(1280);
        stage.setHeight(720);
        stage.show();
        return composition;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "window");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
