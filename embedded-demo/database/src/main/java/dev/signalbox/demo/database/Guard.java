package dev.signalbox.demo.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stops the server when this process is gone. PostgreSQL has no life line: a shell holds one for
/// it, whose standard input ends even when this process is killed. Windows has no such shell; there
/// the server is stopped only by a process that can still do so.
final class Guard {
    /// The server may be so young that it cannot be found yet, hence the repetition.
    private static final String SCRIPT =
            "read -r _; for try in 1 2 3; do \"$@\" && exit; sleep 1; done";

    private final List<String> stop;
    private final @Nullable Process shell;

    private Guard(List<String> stop, @Nullable Process shell) {
        this.stop = List.copyOf(stop);
        this.shell = shell;
    }

    static Guard post(Cluster cluster) throws IOException {
        List<String> stop =
                cluster.programs()
                        .command(
                                "pg_ctl",
                                List.of(
                                        "stop",
                                        "--pgdata=" + cluster.data(),
                                        "--mode=fast",
                                        "--timeout=5",
                                        "--silent"));
        if (Programs.windows()) {
            return new Guard(stop, null);
        }
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "guard"));
        command.addAll(stop);
        return new Guard(stop, quietly(command));
    }

    /// Stops the server now.
    void release() {
        try {
            if (shell == null) {
                quietly(stop);
            } else {
                shell.getOutputStream().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process quietly(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
