package dev.signalbox.kafka;

import dev.signalbox.core.ledger.LetterRanges;
import dev.signalbox.core.model.Message;
import dev.signalbox.core.model.MessageSelection.Range;
import dev.signalbox.core.port.Execution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A ledger that outlives the process: one line for each note.
final class FileLedger {
    private final Path file;
    private final Map<UUID, List<Range>> sending = new LinkedHashMap<>();
    private final Map<UUID, Instant> since = new LinkedHashMap<>();
    private final List<Range> sent = new ArrayList<>();

    /// Letters of which it is not known whether an action has sent them.
    record Doubt(UUID actionId, List<Range> letters, Instant since) {}

    private FileLedger(Path file) {
        this.file = file;
    }

    static FileLedger open(Path file) throws IOException {
        FileLedger ledger = new FileLedger(file);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                ledger.apply(line.split(" "));
            }
        }
        return ledger;
    }

    private void apply(String[] note) {
        UUID action = UUID.fromString(note[1]);
        Range range =
                new Range(
                        Integer.parseInt(note[2]),
                        Long.parseLong(note[3]),
                        Long.parseLong(note[4]));
        if (note[0].equals("sending")) {
            sending.computeIfAbsent(action, _ -> new ArrayList<>()).add(range);
            since.putIfAbsent(action, Instant.parse(note[5]));
            return;
        }
        sending.computeIfPresent(
                action,
                (_, letters) -> new ArrayList<>(LetterRanges.without(letters, List.of(range))));
        if (note[0].equals("sent")) {
            sent.add(range);
        }
    }

    List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        sending.forEach(
                (action, letters) -> {
                    if (!letters.isEmpty()) {
                        doubts.add(
                                new Doubt(
                                        action,
                                        List.copyOf(letters),
                                        since.getOrDefault(action, Instant.EPOCH)));
                    }
                });
        return doubts;
    }

    void settle(Doubt doubt, List<Range> wereSent) {
        note("sent", doubt.actionId(), wereSent);
        note("not-sent", doubt.actionId(), LetterRanges.without(doubt.letters(), wereSent));
    }

    List<Range> sent() {
        return LetterRanges.joined(sent);
    }

    /// What happened between the notes, for the message of a failure.
    List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }

    private void note(String what, UUID action, List<Range> letters) {
        StringBuilder lines = new StringBuilder();
        for (Range range : letters) {
            String line =
                    String.join(
                            " ",
                            what,
                            action.toString(),
                            Integer.toString(range.partition()),
                            Long.toString(range.from()),
                            Long.toString(range.to()),
                            Instant.now().toString());
            lines.append(line).append('\n');
            apply(line.split(" "));
        }
        try {
            Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Execution execution() {
        UUID action = UUID.randomUUID();
        return new Execution() {
            @Override
            public UUID actionId() {
                return action;
            }

            @Override
            public void progress(long done, long total) {
                // Nobody looks.
            }

            @Override
            public void backUp(List<Message> messages) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void sending(List<Range> letters) {
                note("sending", action, letters);
            }

            @Override
            public void sent(List<Range> letters) {
                note("sent", action, letters);
            }

            @Override
            public void notSent(List<Range> letters) {
                note("not-sent", action, letters);
            }
        };
    }
}
