package dev.signalbox.app.incident;

import dev.signalbox.core.backup.Backup;
import dev.signalbox.core.backup.BackupReader;
import dev.signalbox.core.backup.BackupStore;
import dev.signalbox.core.deadletter.DeadLetter;
import dev.signalbox.core.deadletter.DeadLetters;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.problem.ConnectorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an exported file holds.
///
/// @param letters the first of its messages, read for why they died
record Incident(Backup backup, List<Entry> letters) {
    /// Enough to look at; all of them are sent, however many there are.
    static final int SHOWN = 1_000;

    Incident {
        letters = List.copyOf(letters);
    }

    /// @param number its place in the file, from 1
    record Entry(long number, DeadLetter letter) {
        Message message() {
            return letter.message();
        }
    }

    /// Blocks: for a background thread.
    ///
    /// @throws ConnectorException `NOT_FOUND` without the file, `INVALID` when it is no export or is damaged
    static Incident read(Path file) throws ConnectorException {
        Backup backup = BackupStore.ofFile(file);
        List<Entry> letters = new ArrayList<>();
        try (BackupReader reader = backup.open()) {
            Optional<Message> next = reader.next();
            while (next.isPresent() && letters.size() < SHOWN) {
                letters.add(new Entry(letters.size() + 1L, DeadLetters.read(next.get())));
                next = reader.next();
            }
        }
        return new Incident(backup, letters);
    }
}
