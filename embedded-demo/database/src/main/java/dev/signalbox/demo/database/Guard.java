package dev.signalbox.demo.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Stops the server when this process is gone. PostgreSQL has no life line: a shell holds one for it,
/// whose standard input ends even when this process is killed. Windows has no such shell; there the
/// server is stopped by this process or by its supervisor.
///
/// The shell is told the server's process id, because after a kill another server may run on the same
/// data already, and that one must be left alone.
final class Guard {
    /// SIGINT is PostgreSQL's fast shutdown: sessions are cut off, what was committed is kept.
    private static final String SCRIPT =
            "read -r server && { read -r _; kill -INT \"$server\" 2>/dev/null; }";

    private final List<String> stopCommand;
    private final @Nullable Process shell;

    private Guard(List<String> stopCommand, @Nullable Process shell) {
        this.stopCommand = List.copyOf(stopCommand);
        this.shell = shell;
    }

    /// Starts the shell, ahead of the server.
    static Guard post(Cluster cluster) throws IOException {
        List<String> stop =
                cluster.programs()
                        .command(
                                "pg_ctl",
                                List.of("stop", "--pgdata=" + cluster.data(), "--mode=fast"));
        return Programs.windows()
                ? new Guard(stop, null)
                : new Guard(stop, quietly(List.of("sh", "-c", SCRIPT)));
    }

    /// Tells whom to guard.
    void watch(Process server) throws IOException {
        if (shell != null) {
            byte[] line = (server.pid() + "\n").getBytes(StandardCharsets.US_ASCII);
            shell.getOutputStream().write(line);
            shell.getOutputStream().flush();
        }
    }

    /// Has the server stopped now.
    void release() {
        try {
            if (shell == null) {
                quietly(stopCommand);
            } else {
                shell.getOutputStream().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends the shell away: the server has ended, and its number may be given to another process.
    void dismiss() {
        if (shell != null) {
            shell.destroyForcibly();
        }
    }

    private static Process quietly(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
