package dev.signalbox.demo.supervisor.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// What a part writes, in a file that stays below ten megabytes: when it has reached half of that it
/// becomes `<name>.log.1`, in the place of an earlier one.
public final class CappedLog {
    private static final long HALF = 5_000_000;
    private static final int TAIL = 8;
    private static final int LONGEST_LINE = 8_192;

    private final Path file;
    private final Deque<String> tail = new ArrayDeque<>();
    private long written;

    public CappedLog(Path file) {
        this.file = file;
    }

    /// Takes over everything that comes, until it ends, and shows each line to the listener too.
    /// Whatever happens to the file, the source is read on: who writes must not have to wait.
    void follow(InputStream source, Consumer<String> listener) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(source, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                listener.accept(line);
                add(line.substring(0, Math.min(line.length(), LONGEST_LINE)));
            }
        } catch (IOException ended) {
            // The process is gone, and with it what else it may have wanted to say.
        }
    }

    /// The last lines.
    synchronized List<String> tail() {
        return List.copyOf(tail);
    }

    private synchronized void add(String line) {
        if (tail.size() == TAIL) {
            tail.removeFirst();
        }
        tail.addLast(line);
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        try {
            if (written + bytes.length > HALF) {
                Path older = file.resolveSibling(file.getFileName() + ".1");
                Files.move(file, older, StandardCopyOption.REPLACE_EXISTING);
                written = 0;
            }
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            written += bytes.length;
        } catch (IOException full) {
            // A log that cannot be written is no reason to stop what it is about.
        }
    }
}
