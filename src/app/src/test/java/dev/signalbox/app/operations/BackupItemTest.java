package dev.signalbox.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.app.testing.Samples;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.model.Support;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BackupItemTest {
    @Test
    void aBackupGoesBackToTheServerItWasMadeOn() {
        BackupItem item = BackupItem.of(backup("kR2vQ9xTTmO", 3), List.of(Samples.broker()));

        assertThat(item.restore()).isInstanceOf(Support.Offered.class);
    }

    @Test
    void aConnectionOfTheSameNameThatLeadsElsewhereIsNotTakenForIt() {
        BackupItem item = BackupItem.of(backup("another", 3), List.of(Samples.broker()));

        assertThat(item.source()).isEmpty();
        assertThat(item.restore()).isInstanceOf(Support.Refused.class);
    }

    @Test
    void anEmptyBackupHasNothingToRestore() {
        BackupItem item = BackupItem.of(backup("kR2vQ9xTTmO", 0), List.of(Samples.broker()));

        assertThat(item.restore()).isInstanceOf(Support.Refused.class);
    }

    private static Backup backup(String clusterId, long messages) {
        return new Backup(
                new UUID(0, 7),
                "shop-kafka",
                clusterId,
                "orders-dlt",
                Samples.NOW,
                messages,
                1_000,
                true,
                Path.of("a.sbk"));
    }
}
