package dev.signalbox.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupReader;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.monitor.Connectors;
import dev.signalbox.core.port.Plan;
import dev.signalbox.core.problem.ConnectorException;
import dev.signalbox.core.storage.PrivateFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A purge onto a disk that fills up while it runs, at every place where that can happen.
class FullDiskTest {
    private static final int MESSAGES = 5;

    @TempDir private Path folder = Path.of("");
    private GateFixture gate;

    @BeforeEach
    void open() throws Exception {
        gate = new GateFixture(folder);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void whereverTheDiskIsFullNothingIsRemovedThatIsNotInAReadableBackup() throws Exception {
        long needed = sizeOfWholeBackup();
        int refused = 0;
        int cutOff = 0;
        for (long room = 0; room < needed; room += 11) {
            gate.broker.shelf.clear();
            gate.broker.put(MESSAGES);
            List<Message> before = gate.onTheShelf();
            BackupStore store = store("full-" + room, room);

            boolean began = purged(store);

            List<Message> kept = new ArrayList<>();
            for (Backup backup : store.list()) {
                kept.addAll(read(backup));
            }
            List<Message> left = gate.onTheShelf();
            assertThat(before).as("room for %d bytes", room).containsAll(kept).containsAll(left);
            List<Message> removed = new ArrayList<>(before);
            removed.removeAll(left);
            assertThat(kept).as("room for %d bytes", room).containsAll(removed);
            if (!began) {
                refused++;
                assertThat(left).isEqualTo(before);
                assertThat(store.list()).isEmpty();
            } else if (!removed.isEmpty()) {
                cutOff++;
            }
        }
        assertThat(refused).isPositive();
        assertThat(cutOff).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aPurgeThatAFullDiskCutOffSaysSoAndLeavesTheRest(int kept) throws Exception {
        long room = sizeOf(kept) + 30;
        gate.broker.shelf.clear();
        gate.broker.put(MESSAGES);

        Operation.State state = carryOut(store("cut", room));

        assertThat(state.status()).isEqualTo(Operation.Status.FAILED);
        assertThat(state.problem().orElseThrow().summary()).contains("No space left on device");
        assertThat(gate.onTheShelf()).hasSize(MESSAGES - kept);
        assertThat(gate.audit().getFirst().details()).containsEntry("result", "FAILED");
    }

    @Test
    void aDiskThatIsFullFromTheStartKeepsThePurgeFromStarting() throws Exception {
        gate.broker.put(MESSAGES);

        assertThatThrownBy(() -> carryOut(store("none", 0))).isInstanceOf(ConnectorException.class);

        assertThat(gate.onTheShelf()).hasSize(MESSAGES);
        assertThat(gate.broker.executions).hasValue(0);
    }

    private long sizeOfWholeBackup() throws Exception {
        return sizeOf(MESSAGES) + 100;
    }

    /// Of a backup of so many messages without the mark of its end.
    private long sizeOf(int messages) throws Exception {
        gate.broker.shelf.clear();
        gate.broker.put(messages);
        BackupStore store = store("whole-" + messages, Long.MAX_VALUE);
        carryOut(store);
        return store.list().getFirst().bytes() - endMark();
    }

    /// Of nothing but its prefix and the empty content, compressed.
    private static long endMark() {
        return 17L + Zstd.compress(new byte[0], 3).length;
    }

    private BackupStore store(String name, long room) {
        return new BackupStore(
                folder.resolve(name), file -> new FullDisk(PrivateFiles.createNew(file), room));
    }

    /// Whether it began.
    private boolean purged(BackupStore store) throws Exception {
        try {
            carryOut(store);
            return true;
        } catch (ConnectorException e) {
            return false;
        }
    }

    private Operation.State carryOut(BackupStore store) throws Exception {
        GatedActions actions =
                new GatedActions(
                        gate.workbench.connections(),
                        (Connectors) gate.workbench.connections(),
                        new GatedActions.Records(
                                gate.workbench.audit(),
                                store,
                                gate.ledger,
                                gate.folder.resolve("replays"),
                                "ann",
                                "desk-7"),
                        gate.clock);
        Plan plan = actions.plan(GateFixture.SHOP.id(), GateFixture.purge());
        return actions.start(GateFixture.SHOP.id(), plan, Confirmation.of(plan.id())).await();
    }

    private static List<Message> read(Backup backup) throws Exception {
        List<Message> messages = new ArrayList<>();
        try (BackupReader reader = backup.open()) {
            for (Optional<Message> next = reader.next(); next.isPresent(); next = reader.next()) {
                messages.add(next.get());
            }
        }
        return messages;
    }
}
